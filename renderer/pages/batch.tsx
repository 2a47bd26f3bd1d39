import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import { type ClipboardEvent, useRef, useState } from 'react';
import type { BatchRowView } from '../../src/wizard/many/batch-view.ts';
import { WordsAndActions } from '../components/batch-bar.tsx';
import { ResultRow } from '../components/batch-result.tsx';
import { FillingRow } from '../components/batch-row.tsx';
import { PrimaryButton } from '../components/buttons.tsx';
import { Page } from '../components/page.tsx';
import { parsePasted } from '../components/pasted-list.ts';
import { announcedStep } from '../components/recheck.tsx';
import { useHidden } from '../components/styles.ts';
import { useTableStyles } from '../components/table-styles.ts';
import { ROOMY } from '../media.ts';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';

const useStyles = makeStyles({
  /** The fields share what the names leave. */
  fields: {
    tableLayout: 'fixed',
    [ROOMY]: { '& th:first-child': { width: '21%' }, '& th:last-child': { width: '34%' } },
  },
  nothing: { display: 'flex', columnGap: '8px', color: tokens.colorStatusWarningForeground3 },
  sign: { flexShrink: '0', fontSize: '24px' },
  hint: { marginTop: '0' },
});

/** Addresses as they are typed, and the password fields: neither goes through the wizard's view. */
function useTyping(rows: readonly BatchRowView[]) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const fields = useRef(new Map<string, HTMLInputElement>());
  const keep = (doctorId: string, address: string) =>
    setTyped((before) => ({ ...before, [doctorId]: address }));
  return {
    addressOf: ({ id, address }: BatchRowView) => typed[id] ?? address,
    type(doctorId: string, address: string) {
      keep(doctorId, address);
      send({ type: 'TYPE_ROW_ADDRESS', doctorId, address });
    },
    leave(doctorId: string, address: string) {
      keep(doctorId, address);
      send({ type: 'SUBMIT_ROW_ADDRESS', doctorId, address });
    },
    field: (doctorId: string) => (input: HTMLInputElement | null) => {
      if (input) fields.current.set(doctorId, input);
      else fields.current.delete(doctorId);
    },
    /** A list fills the rows from this one on. */
    paste(event: ClipboardEvent, from: number) {
      const lines = parsePasted(event.clipboardData.getData('text/plain'));
      if (lines === null) return;
      event.preventDefault();
      const open = rows.slice(from).filter(({ result }) => result?.state !== 'saved');
      for (const [index, { address, password }] of lines.entries()) {
        const id = open[index]?.id;
        if (id === undefined) return;
        this.leave(id, address);
        const field = fields.current.get(id);
        if (field && password !== null) field.value = password;
      }
    },
    /** The passwords cross one by one, each once; the fields go with the page. */
    start() {
      for (const { id, answer } of rows) {
        const password = fields.current.get(id)?.value ?? '';
        if (password !== '' && answer.kind === 'known') {
          send({ type: 'GIVE_ROW_PASSWORD', doctorId: id, password });
        }
      }
      send({ type: 'START_BATCH' });
    },
  };
}

/** Several doctors set up together: a row for each, tried and saved each on its own. */
export function Batch({ page }: PageOf<'batch'>) {
  const t = useTexts();
  const styles = useStyles();
  const table = useTableStyles();
  const hidden = useHidden();
  const typing = useTyping(page.rows);
  const { phase, rows, summary } = page;
  const filling = phase === 'filling';
  const going = phase === 'running' || phase === 'stopping';
  const allSaved = summary.saved === summary.total;
  const canOpen = phase === 'ended' && !allSaved;
  const lead = filling
    ? t('pages.batch.lead')
    : going
      ? t('pages.batch.leadRunning')
      : t(allSaved ? 'pages.batch.leadAllSaved' : 'pages.batch.leadEnded');
  const counted = (done: number) =>
    going
      ? t('pages.batch.progress', { ...summary, done })
      : phase === 'ended'
        ? t('pages.batch.summary', { ...summary })
        : '';
  const looking = rows.some(({ answer }) => answer.kind === 'looking');
  const act = () => {
    if (filling) return typing.start();
    if (going) return send({ type: 'STOP_BATCH' });
    send({ type: allSaved ? 'HOME' : 'RETRY_BATCH' });
  };
  const action = filling
    ? t('pages.batch.start')
    : phase === 'stopping'
      ? t('pages.batch.stopping')
      : phase === 'running'
        ? t('pages.batch.stop')
        : t(allSaved ? 'common.home' : 'pages.batch.retry');
  const headings = filling
    ? [t('pages.home.doctor'), t('pages.address.label'), t('pages.batch.password')]
    : [t('pages.home.doctor'), t('pages.address.label'), t('pages.batch.result')];
  return (
    <Page
      title={t('pages.batch.title')}
      lead={lead}
      wide
      onSubmit={() => filling && !looking && act()}
      bar={
        <WordsAndActions
          words={
            <>
              {counted(summary.done)}
              <span role="alert">
                {page.nothingToRun && (
                  <span className={styles.nothing}>
                    <WarningRegular className={styles.sign} aria-hidden="true" />
                    {t('pages.batch.nothing')}
                  </span>
                )}
              </span>
            </>
          }
        >
          {/* One button, so that the keyboard stays where it is; a double click is one click. */}
          <PrimaryButton
            type={filling ? 'submit' : 'button'}
            appearance={going ? 'secondary' : 'primary'}
            disabledFocusable={(filling && looking) || phase === 'stopping'}
            onClick={({ detail }) => !filling && detail < 2 && act()}
          >
            {action}
          </PrimaryButton>
        </WordsAndActions>
      }
    >
      {filling && <p className={styles.hint}>{t('pages.batch.paste')}</p>}
      <table
        className={mergeClasses(table.table, filling && styles.fields)}
        aria-label={t('pages.batch.title')}
      >
        <thead className={table.head}>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col" className={table.heading}>
                {heading}
              </th>
            ))}
            {canOpen && (
              <th scope="col" className={mergeClasses(table.heading, table.action)}>
                {t('pages.home.action')}
              </th>
            )}
          </tr>
        </thead>
        <tbody className={table.block}>
          {rows.map((row, index) =>
            filling ? (
              <FillingRow
                key={row.id}
                row={row}
                typed={typing.addressOf(row)}
                onType={(address) => typing.type(row.id, address)}
                onLeave={(address) => typing.leave(row.id, address)}
                onPaste={(event) => typing.paste(event, index)}
                passwordRef={typing.field(row.id)}
              />
            ) : (
              <ResultRow key={row.id} row={row} canOpen={canOpen} />
            ),
          )}
        </tbody>
      </table>
      <p className={hidden} role="status">
        {counted(announcedStep(summary.done, summary.running))}
      </p>
    </Page>
  );
}
