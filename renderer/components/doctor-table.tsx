import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DoctorRow } from '../../src/wizard/view.ts';
import { useFormats } from '../formats.ts';
import { TIGHT } from '../media.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';
import { Address } from './address.tsx';
import { SecondaryButton } from './buttons.tsx';
import { Status } from './status.tsx';

/** In a tight window each row becomes a card, its cells one below the other. */
const STACKED = TIGHT;

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
    padding: '8px 12px 8px 0',
    textAlign: 'left',
    whiteSpace: 'nowrap',
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
    padding: '12px 12px 12px 0',
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
  labelled: {
    [STACKED]: { '::before': { content: 'attr(data-label) ": "' } },
  },
  nowrap: { whiteSpace: 'nowrap' },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
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
      <td
        data-label={t('pages.home.sender')}
        className={mergeClasses(
          styles.labelled,
          styles.cell,
          styles.small,
          row.senderAddress === null && styles.muted,
        )}
      >
        {row.senderAddress === null ? (
          t('pages.home.noSender')
        ) : (
          <Address address={row.senderAddress} />
        )}
      </td>
      <td className={styles.cell}>
        <Status status={row.status} />
      </td>
      <td
        data-label={t('pages.home.proof')}
        className={mergeClasses(styles.cell, styles.small, styles.nowrap, styles.labelled)}
      >
        {row.verifiedAt === null ? (
          <span className={styles.muted}>{t('pages.home.neverProved')}</span>
        ) : (
          formats.shortDay(row.verifiedAt)
        )}
      </td>
      <td className={mergeClasses(styles.cell, styles.action)}>
        {row.action === 'none' && !row.resumable ? (
          <span className={mergeClasses(styles.small, styles.muted)}>{label}</span>
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
