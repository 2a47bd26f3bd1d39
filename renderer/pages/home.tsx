import { AddDoctor, AddDoctorFirst } from '../components/add-doctor.tsx';
import { Notice } from '../components/notice.tsx';
import { Practice } from '../components/practice.tsx';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { OneDoctor } from './home-one-doctor.tsx';

export function Home({ page }: PageOf<'home'>) {
  const t = useTexts();
  const setAside = page.setAside !== null && (
    <Notice tone="info">{t('pages.home.setAside', { file: page.setAside })}</Notice>
  );
  const [only, ...others] = page.doctors;
  if (only === undefined) return <AddDoctorFirst>{setAside}</AddDoctorFirst>;
  if (others.length === 0 && !page.canAddDoctor) {
    return <OneDoctor row={only}>{setAside}</OneDoctor>;
  }
  return (
    <Practice
      doctors={page.doctors}
      recheck={page.recheck}
      before={setAside}
      after={page.canAddDoctor && <AddDoctor />}
    />
  );
}
