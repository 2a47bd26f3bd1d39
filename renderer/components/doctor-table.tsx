import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PracticeRow } from '../../src/wizard/practice-view.ts';
import { useFormats } from '../formats.ts';
import { TIGHT } from '../media.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';
import { Address } from './address.tsx';
import { SecondaryButton } from './buttons.tsx';
import { CheckBox } from './fields.tsx';
import { RowStatus } from './recheck.tsx';
import { useHidden } from './styles.ts';

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
    overflowWrap: 'break-word',
    [STACKED]: { display: 'block', padding: '0 0 4px' },
  },
  /** A card keeps its checkbox at the left of everything else. */
  selectableRow: {
    [STACKED]: {
      display: 'grid',
      gridTemplateColumns: '40px minmax(0, 1fr)',
      '& > :not(:first-child)': { gridColumn: '2' },
    },
  },
  choose: {
    width: '40px',
    padding: '0',
    [STACKED]: { gridRow: '1 / span 6', padding: '0', marginLeft: '-12px', marginTop: '-12px' },
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
  /** The one column that gives way: addresses break anywhere, words do not. */
  flexible: { overflowWrap: 'anywhere' },
  twoLines: { whiteSpace: 'normal', maxWidth: '128px', [STACKED]: { maxWidth: 'none' } },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** Which doctors are selected. */
export interface Selection {
  readonly has: (doctorId: string) => boolean;
  readonly toggle: (doctorId: string) => void;
  readonly disabled: boolean;
}

interface RowProps {
  readonly row: PracticeRow;
  readonly selection: Selection | null;
  readonly busy: boolean;
}

/** The row's one action: what its status asks for, or only the password that is not here. */
function RowAction({ row, busy }: RowProps) {
  const t = useTexts();
  const styles = useStyles();
  const { id, name, passwordMissing } = row;
  const label = passwordMissing
    ? t('pages.practice.recheck.enterPassword')
    : t(`common.action.${row.resumable ? 'resume' : row.action}`);
  if (row.action === 'none' && !row.resumable && !passwordMissing) {
    return <span className={mergeClasses(styles.small, styles.muted)}>{label}</span>;
  }
  return (
    <SecondaryButton
      aria-label={`${label}, ${name}`}
      className={mergeClasses(passwordMissing && styles.twoLines)}
      disabledFocusable={busy}
      onClick={() =>
        send({ type: passwordMissing ? 'ENTER_PASSWORD' : 'OPEN_DOCTOR', doctorId: id })
      }
    >
      {label}
    </SecondaryButton>
  );
}

function Row(props: RowProps) {
  const { row, selection } = props;
  const t = useTexts();
  const formats = useFormats();
  const styles = useStyles();
  return (
    <tr className={mergeClasses(styles.row, selection !== null && styles.selectableRow)}>
      {selection !== null && (
        <td className={mergeClasses(styles.cell, styles.choose)}>
          {row.recheckable && (
            <CheckBox
              aria-label={t('pages.practice.select.one', { name: row.name })}
              checked={selection.has(row.id)}
              disabled={selection.disabled}
              onChange={() => selection.toggle(row.id)}
            />
          )}
        </td>
      )}
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
          styles.flexible,
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
        <RowStatus row={row} />
      </td>
      <td
        data-label={t('pages.home.proof')}
        className={mergeClasses(styles.cell, styles.small, styles.nowrap, styles.labelled)}
      >
        {row.checkedAt === null ? (
          <span className={styles.muted}>{t('pages.home.neverProved')}</span>
        ) : (
          formats.shortDay(row.checkedAt)
        )}
      </td>
      <td className={mergeClasses(styles.cell, styles.action)}>
        <RowAction {...props} />
      </td>
    </tr>
  );
}

/** The practice's doctors: sender, status, last proof, and what to do. */
export function DoctorTable({
  doctors,
  selection,
  busy,
}: {
  readonly doctors: readonly PracticeRow[];
  readonly selection: Selection | null;
  /** Senders are being checked: no doctor's path opens meanwhile. */
  readonly busy: boolean;
}) {
  const hidden = useHidden();
  const t = useTexts();
  const styles = useStyles();
  const headings = ['doctor', 'sender', 'status', 'proof', 'action'] as const;
  return (
    <table className={styles.table}>
      <thead className={styles.head}>
        <tr>
          {selection !== null && (
            <th scope="col" className={styles.heading}>
              <span className={hidden}>{t('pages.practice.select.column')}</span>
            </th>
          )}
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
          <Row key={row.id} row={row} selection={selection} busy={busy} />
        ))}
      </tbody>
    </table>
  );
}
