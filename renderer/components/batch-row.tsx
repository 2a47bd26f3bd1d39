import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular, WarningRegular } from '@fluentui/react-icons';
import { type ClipboardEvent, type Ref, useId, useState } from 'react';
import type { BatchRowView } from '../../src/wizard/many/batch-view.ts';
import { useTexts } from '../texts.ts';
import { Address } from './address.tsx';
import { RowResultMark, slipOf, whyNot } from './batch-result.tsx';
import { SecondaryButton } from './buttons.tsx';
import { TextInput } from './fields.tsx';
import { PasswordBox } from './password-input.tsx';
import { useTableStyles } from './table-styles.ts';
import { Working } from './working.tsx';

const useStyles = makeStyles({
  input: {
    width: '100%',
    padding: '0',
    '& input': { width: '100%', minWidth: '0', fontSize: tokens.fontSizeBase200 },
  },
  /** Two fields beside each other leave less room for the margins within. */
  field: { verticalAlign: 'top', '& input': { padding: '0 4px 0 12px' } },
  /** Beside a field, a name stands on the line of what is typed. */
  beside: { verticalAlign: 'top', paddingTop: '21px' },
  line: { display: 'flex', columnGap: '8px', marginTop: '4px' },
  sign: { flexShrink: '0', fontSize: '20px' },
  suggestion: { marginTop: '4px', fontSize: tokens.fontSizeBase200, textAlign: 'left' },
  bad: { color: tokens.colorStatusDangerForeground1 },
  care: { color: tokens.colorStatusWarningForeground3 },
});

/** What was tried and failed, in few words, under the field that it asks to look at. */
function Failed({ children }: { readonly children: string }) {
  const styles = useStyles();
  const table = useTableStyles();
  return (
    <span className={mergeClasses(table.note, styles.line, styles.bad)}>
      <ErrorCircleRegular className={styles.sign} aria-hidden="true" />
      {children}
    </span>
  );
}

/** Whether it is the password that failed: any other failure leaves it as it was. */
const isPasswordRefused = ({ result, passwordKept }: BatchRowView) =>
  result?.state === 'password' || (result?.state === 'failed' && !passwordKept);

/** What is known of the address, under its field. */
function AddressNote({
  row,
  failure,
  onAccept,
}: {
  readonly row: BatchRowView;
  readonly failure: string | null;
  readonly onAccept: (address: string) => void;
}) {
  const t = useTexts();
  const styles = useStyles();
  const table = useTableStyles();
  const { answer } = row;
  const note = mergeClasses(table.note, styles.line);
  if (failure !== null) return <Failed>{failure}</Failed>;
  switch (answer.kind) {
    case 'empty':
      return null;
    case 'looking':
      return (
        <span className={note}>
          <Working small label={t('pages.address.looking')} />
        </span>
      );
    case 'incomplete':
      return <span className={note}>{t('pages.address.incomplete')}</span>;
    default: {
      const slip = slipOf(answer, t);
      const suggestion = 'suggestion' in answer ? answer.suggestion : null;
      return (
        <>
          <span className={mergeClasses(note, slip !== null && styles.care)}>
            {slip !== null && <WarningRegular className={styles.sign} aria-hidden="true" />}
            {slip ?? (answer.kind === 'known' && answer.providerName)}
          </span>
          {suggestion !== null && (
            <SecondaryButton className={styles.suggestion} onClick={() => onAccept(suggestion)}>
              {t('pages.address.suggestion', { address: suggestion })}
            </SecondaryButton>
          )}
        </>
      );
    }
  }
}

/** What this password is, where it is not the usual one, or what became of the last one. */
function PasswordNote({
  row,
  failure,
  id,
}: {
  readonly row: BatchRowView;
  readonly failure: string | null;
  readonly id: string;
}) {
  const t = useTexts();
  const table = useTableStyles();
  const styles = useStyles();
  const { answer, passwordKind, passwordKept } = row;
  const words = passwordKept
    ? t('pages.batch.kept')
    : answer.kind === 'known' && (passwordKind === 'app-password' || passwordKind === 'smtp-token')
      ? t(`pages.batch.needs.${passwordKind}`)
      : null;
  return (
    <div id={id}>
      {failure !== null && <Failed>{failure}</Failed>}
      {words !== null && <span className={mergeClasses(table.note, styles.line)}>{words}</span>}
    </div>
  );
}

interface FillingProps {
  readonly row: BatchRowView;
  readonly typed: string;
  readonly onType: (address: string) => void;
  readonly onLeave: (address: string) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly passwordRef: Ref<HTMLInputElement>;
}

/** A doctor whose address and password are typed. */
export function FillingRow({ row, typed, onType, onLeave, onPaste, passwordRef }: FillingProps) {
  const t = useTexts();
  const styles = useStyles();
  const table = useTableStyles();
  const addressNote = useId();
  const passwordNote = useId();
  const { name, answer } = row;
  const saved = row.result?.state === 'saved';
  const mayServe = answer.kind !== 'blocked' && answer.kind !== 'unknown';
  const cell = mergeClasses(table.cell, table.labelledAbove, styles.field);
  const failure = row.result && whyNot(row.result, t);
  const ofPassword = mayServe && failure !== null && isPasswordRefused(row);
  // Only the row that somebody works on speaks: a list that was pasted fills many at once.
  const [here, setHere] = useState(false);
  return (
    <tr className={table.row} onFocus={() => setHere(true)} onBlur={() => setHere(false)}>
      <th scope="row" className={mergeClasses(table.cell, table.name, !saved && styles.beside)}>
        {name}
        {saved && (
          <span className={table.note}>
            <RowResultMark row={row} />
          </span>
        )}
      </th>
      {saved ? (
        <td colSpan={2} className={mergeClasses(table.cell, table.small, table.flexible)}>
          <Address address={row.address} />
        </td>
      ) : (
        <>
          <td className={cell} data-label={t('pages.address.label')}>
            <TextInput
              type="text"
              inputMode="email"
              autoComplete="off"
              spellCheck={false}
              className={styles.input}
              aria-label={t('pages.batch.addressOf', { name })}
              aria-describedby={addressNote}
              aria-invalid={answer.kind === 'malformed'}
              placeholder={t('pages.address.placeholder')}
              value={typed}
              maxLength={320}
              onChange={(_, { value }) => onType(value)}
              onBlur={({ target }) => onLeave(target.value)}
              onPaste={onPaste}
            />
            <div id={addressNote} aria-live={here ? 'polite' : 'off'}>
              <AddressNote row={row} failure={ofPassword ? null : failure} onAccept={onLeave} />
            </div>
          </td>
          <td className={mayServe ? cell : table.cell} data-label={t('pages.batch.password')}>
            {mayServe && (
              <>
                <PasswordBox
                  ref={passwordRef}
                  of={name}
                  readOnly={answer.kind !== 'known'}
                  aria-label={t('pages.batch.passwordOf', { name })}
                  aria-describedby={passwordNote}
                  aria-invalid={ofPassword}
                />
                <PasswordNote row={row} failure={ofPassword ? failure : null} id={passwordNote} />
              </>
            )}
          </td>
        </>
      )}
    </tr>
  );
}
