import type { ReactNode } from 'react';
import type { DoctorRow } from '../../src/wizard/view.ts';
import { Facts } from '../components/content.tsx';
import { Page } from '../components/page.tsx';
import { Status } from '../components/status.tsx';
import { useFormats } from '../formats.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';

/** A practice of one: home is that doctor's page. */
export function OneDoctor({
  row,
  children,
}: {
  readonly row: DoctorRow;
  readonly children: ReactNode;
}) {
  const t = useTexts();
  const formats = useFormats();
  const action = row.resumable ? 'resume' : row.action;
  const act =
    row.action === 'none' && !row.resumable
      ? () => window.close()
      : () => send({ type: 'OPEN_DOCTOR', doctorId: row.id });
  return (
    <Page
      title={t('pages.home.title')}
      lead={t(`pages.home.one.lead.${row.status}`)}
      primary={{ label: t(`pages.home.one.action.${action}`), onClick: act }}
    >
      {children}
      <Facts
        facts={[
          [t('pages.home.doctor'), row.name, 'strong'],
          [t('pages.home.sender'), row.senderAddress ?? t('pages.home.noSender')],
          [t('pages.home.status'), <Status key="status" status={row.status} />],
          [
            t('pages.home.proof'),
            row.verifiedAt === null ? t('pages.home.neverProved') : formats.date(row.verifiedAt),
          ],
        ]}
      />
    </Page>
  );
}
