import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DoctorRow } from '../../src/wizard/view.ts';
import { useFormats } from '../formats.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';
import { SecondaryButton } from './buttons.tsx';
import { Status } from './status.tsx';

/** Below this width each row becomes a card, its cells one below the other. */
const STACKED = '@media (max-width: 899px)';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    marginBottom: '32px',
    [STACKED]: { display: 'block' },
  },
  block: { [STACKED]: { display: 'block' } },
  head: {
    [STACKED]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clip: 'rect(0, 0, 0, 0)',
    },
  },
  heading: {
    padding: '8px 16px 8px 0',
    textAlign: 'left',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [STACKED]: { display: 'block', padding: '16px 0' },
  },
  cell: {
    padding: '12px 16px 12px 0',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    [STACKED]: { display: 'block', padding: '0 0 4px' },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  note: {
    display: 'block',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  action: {
    textAlign: 'right',
    paddingRight: '0',
    whiteSpace: 'nowrap',
    [STACKED]: { textAlign: 'left', paddingTop: '8px' },
  },
  nowrap: { whiteSpace: 'nowrap' },
  muted: { color: tokens.colorNeutralForeground2 },
});

function Row({ row }: { readonly row: DoctorRow }) {
  const t = useTexts();
  const formats = useFormats();
  const styles = useStyles();
  const label = t(`common.action.${row.resumable ? 'resume' : row.action}`);
  return (
    <tr className={styles.row}>
      <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
        {row.name}
        {row.contract === 'premium' && (
          <span className={styles.note}>{t('pages.home.premium')}</span>
        )}
      </th>
      <td className={mergeClasses(styles.cell, row.senderAddress === null && styles.muted)}>
        {row.senderAddress ?? t('pages.home.noSender')}
      </td>
      <td className={mergeClasses(styles.cell, styles.nowrap)}>
        <Status status={row.status} />
      </td>
      <td className={styles.cell}>
        {row.verifiedAt === null ? (
          <span className={styles.muted}>{t('pages.home.neverProved')}</span>
        ) : (
          formats.day(row.verifiedAt)
        )}
      </td>
      <td className={mergeClasses(styles.cell, styles.action)}>
        {row.action === 'none' && !row.resumable ? (
          <span className={styles.muted}>{label}</span>
        ) : (
          <SecondaryButton
            aria-label={`${label}, ${row.name}`}
            onClick={() => send({ type: 'OPEN_DOCTOR', doctorId: row.id })}
          >
            {label}
          </SecondaryButton>
        )}
      </td>
    </tr>
  );
}

/** The practice's doctors: sender, status, last proof, and what to do. */
export function DoctorTable({ doctors }: { readonly doctors: readonly DoctorRow[] }) {
  const t = useTexts();
  const styles = useStyles();
  const headings = ['doctor', 'sender', 'status', 'proof', 'action'] as const;
  return (
    <table className={styles.table}>
      <thead className={styles.head}>
        <tr>
          {headings.map((heading) => (
            <th
              key={heading}
              scope="col"
              className={mergeClasses(styles.heading, heading === 'action' && styles.action)}
            >
              {t(`pages.home.${heading}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.block}>
        {doctors.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}
