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
    minHeight: '48px',
    padding: '0 12px',
    '& input': {
      width: '100%',
      minWidth: '0',
      padding: '0',
      fontSize: tokens.fontSizeBase200,
    },
  },
  field: { verticalAlign: 'top' },
  /** Beside a field, a name stands on the line of what is typed. */
  beside: { verticalAlign: 'top', paddingTop: '22px' },
  line: { display: 'flex', columnGap: '8px', marginTop: '4px' },
  sign: { flexShrink: '0', fontSize: '20px' },
  suggestion: { marginTop: '4px', fontSize: tokens.fontSizeBase200, textAlign: 'left' },
  bad: { color: tokens.colorStatusDangerForeground1 },
  care: { color: tokens.colorStatusWarningForeground3 },
});

/** What is known of the address, under its field. */
function AddressNote({
  row,
  onAccept,
}: {
  readonly row: BatchRowView;
  readonly onAccept: (address: string) => void;
}) {
  const t = useTexts();
  const styles = useStyles();
  const table = useTableStyles();
  const { answer, result } = row;
  const note = mergeClasses(table.note, styles.line);
  const failed = result && whyNot(result, t);
  if (failed) {
    return (
      <span className={mergeClasses(note, styles.bad)}>
        <ErrorCircleRegular className={styles.sign} aria-hidden="true" />
        {failed}
      </span>
    );
  }
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

/** What this password is, where it is not the usual one, or that the last one is kept. */
function PasswordNote({ row, id }: { readonly row: BatchRowView; readonly id: string }) {
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
    <span id={id} className={mergeClasses(table.note, words !== null && styles.line)}>
      {words}
    </span>
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
  // Only the row that somebody works on speaks: a list that was pasted fills many at once.
  const [here, setHere] = useState(false);
  return (
    <tr className={table.row} onFocus={() => setHere(true)} onBlur={() => setHere(false)}>
      <th scope="row" className={mergeClasses(table.cell, table.name, !saved && styles.beside)}>
        {name}
      </th>
      {saved ? (
        <>
          <td className={mergeClasses(table.cell, table.small, table.flexible)}>
            <Address address={row.address} />
          </td>
          <td className={table.cell}>
            <RowResultMark row={row} />
          </td>
        </>
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
              <AddressNote row={row} onAccept={onLeave} />
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
                />
                <PasswordNote row={row} id={passwordNote} />
              </>
            )}
          </td>
        </>
      )}
    </tr>
  );
}
