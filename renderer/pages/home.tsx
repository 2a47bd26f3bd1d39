import type { UnfinishedBatch } from '../../src/wizard/many/batch-view.ts';
import { AddDoctor, AddDoctorFirst } from '../components/add-doctor.tsx';
import { QuietButton, SecondaryButton } from '../components/buttons.tsx';
import { Paragraph, Row } from '../components/content.tsx';
import { Notice } from '../components/notice.tsx';
import { Practice } from '../components/practice.tsx';
import { WorkReport } from '../components/work-report.tsx';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';
import { OneDoctor } from './home-one-doctor.tsx';

/** Doctors who were being set up together, some of whom are still missing. */
function Unfinished(counts: UnfinishedBatch) {
  const t = useTexts();
  return (
    <Notice tone="info">
      <Paragraph>{t('pages.batch.unfinished', { ...counts })}</Paragraph>
      <Row>
        <SecondaryButton onClick={() => send({ type: 'RESUME_BATCH' })}>
          {t('pages.batch.resume')}
        </SecondaryButton>
        <QuietButton onClick={() => send({ type: 'FORGET_BATCH' })}>
          {t('pages.batch.forget')}
        </QuietButton>
      </Row>
    </Notice>
  );
}

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
      before={
        <>
          {setAside}
          {page.unfinished !== null && <Unfinished {...page.unfinished} />}
        </>
      }
      after={
        <>
          {page.canAddDoctor && <AddDoctor />}
          <WorkReport />
        </>
      }
    />
  );
}
