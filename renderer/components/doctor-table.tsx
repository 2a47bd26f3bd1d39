import { mergeClasses } from '@fluentui/react-components';
import type { PracticeRow } from '../../src/wizard/practice-view.ts';
import { useFormats } from '../formats.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';
import { Address } from './address.tsx';
import { SecondaryButton } from './buttons.tsx';
import { CheckBox } from './fields.tsx';
import { isSelectable } from './practice-rows.ts';
import { RowStatus } from './recheck.tsx';
import { useHidden } from './styles.ts';
import { useTableStyles } from './table-styles.ts';

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
  const styles = useTableStyles();
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
  const styles = useTableStyles();
  return (
    <tr className={mergeClasses(styles.row, selection !== null && styles.selectableRow)}>
      {selection !== null && (
        <td className={mergeClasses(styles.cell, styles.choose)}>
          {isSelectable(row) && (
            <CheckBox
              className={styles.box}
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
        className={mergeClasses(styles.cell, styles.small, styles.date, styles.labelled)}
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
  const styles = useTableStyles();
  const headings = ['doctor', 'sender', 'status', 'proof', 'action'] as const;
  return (
    <table className={styles.table} aria-label={t('pages.home.title')}>
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
