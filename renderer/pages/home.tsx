import { AddDoctor, AddDoctorFirst } from '../components/add-doctor.tsx';
import { DoctorTable } from '../components/doctor-table.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { useTexts } from '../texts.ts';
import { OneDoctor } from './home-one-doctor.tsx';
import type { PageOf } from './index.tsx';

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
  const settled = page.doctors.every(
    ({ status }) => status === 'verified' || status === 'not-concerned',
  );
  return (
    <Page
      title={t('pages.home.title')}
      lead={t(settled ? 'pages.home.leadAllDone' : 'pages.home.lead')}
      wide
    >
      {setAside}
      <DoctorTable doctors={page.doctors} />
      {page.canAddDoctor && <AddDoctor />}
    </Page>
  );
}
