import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  ErrorCircleFilled,
  SubtractCircleRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { Translate } from '../../src/texts/index.ts';
import { describeProblem } from '../../src/texts/problem-text.ts';
import type { BatchRowView, RowResult } from '../../src/wizard/many/batch-view.ts';
import type { AddressAnswer } from '../../src/wizard/view.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';
import { Address } from './address.tsx';
import { SecondaryButton } from './buttons.tsx';
import { UnderWay } from './recheck.tsx';
import { useTableStyles } from './table-styles.ts';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', columnGap: '8px' },
  icon: { flexShrink: '0', fontSize: '20px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  care: { color: tokens.colorStatusWarningForeground3 },
});

/** Why a doctor was not saved, in few words. */
export function whyNot(result: RowResult, t: Translate): string | null {
  switch (result.state) {
    case 'failed':
      return result.title ?? t('pages.batch.state.failed');
    case 'refused':
      return refusal(result.reason, t);
    case 'password':
      return t(`pages.password.problem.${result.problem}`);
    case 'problem':
      return describeProblem(result.problem, t).title;
    case 'gone':
      return t('pages.batch.state.gone');
    default:
      return null;
  }
}

function refusal(reason: Extract<RowResult, { state: 'refused' }>['reason'], t: Translate): string {
  switch (reason) {
    case 'nothing-found':
      return t('pages.batch.unknown');
    case 'no-network':
    case 'domain-not-found':
      return t(`pages.address.unknown.${reason}`);
    default:
      return t(`pages.address.blocked.${reason}`);
  }
}

/** Why no password is asked for at this address; null: one is. */
export function slipOf(answer: AddressAnswer, t: Translate): string | null {
  switch (answer.kind) {
    case 'malformed':
      return t(`pages.address.malformed.${answer.problem}`);
    case 'blocked':
    case 'unknown':
      return refusal(answer.reason, t);
    default:
      return null;
  }
}

/** How a doctor fares, or fared: icon, colour and words say the same. */
export function RowResultMark({ row: { result, answer } }: { readonly row: BatchRowView }) {
  const t = useTexts();
  const styles = useStyles();
  const slip = result === null ? slipOf(answer, t) : null;
  if (slip !== null) {
    return (
      <span className={styles.mark}>
        <WarningRegular className={mergeClasses(styles.icon, styles.care)} aria-hidden="true" />
        {slip}
      </span>
    );
  }
  const state = result?.state ?? 'untried';
  if (state === 'waiting' || state === 'running') {
    return <UnderWay running={state === 'running'}>{t(`pages.batch.state.${state}`)}</UnderWay>;
  }
  if (state === 'saved' || state === 'stopped' || state === 'untried') {
    const [Icon, colour] = {
      saved: [CheckmarkCircleFilled, styles.good] as const,
      stopped: [SubtractCircleRegular, undefined] as const,
      untried: [CircleRegular, undefined] as const,
    }[state];
    return (
      <span className={styles.mark}>
        <Icon className={mergeClasses(styles.icon, colour)} aria-hidden="true" />
        {t(`pages.batch.state.${state}`)}
      </span>
    );
  }
  return (
    <span className={styles.mark}>
      <ErrorCircleFilled className={mergeClasses(styles.icon, styles.bad)} aria-hidden="true" />
      {result && whyNot(result, t)}
    </span>
  );
}

/** A doctor who is being set up, or how that ended. */
export function ResultRow({
  row,
  canOpen,
}: {
  readonly row: BatchRowView;
  readonly canOpen: boolean;
}) {
  const t = useTexts();
  const table = useTableStyles();
  const { id, name, address, result } = row;
  const opens = result?.state !== 'saved' && result?.state !== 'gone';
  return (
    <tr className={table.row}>
      <th scope="row" className={mergeClasses(table.cell, table.name)}>
        {name}
      </th>
      <td className={mergeClasses(table.cell, table.small, table.flexible)}>
        {address === '' ? (
          <span className={table.muted}>{t('pages.home.noSender')}</span>
        ) : (
          <Address address={address} />
        )}
      </td>
      <td className={table.cell}>
        <RowResultMark row={row} />
      </td>
      {canOpen && (
        <td className={mergeClasses(table.cell, table.action)}>
          {opens && (
            <SecondaryButton
              aria-label={`${t('pages.batch.open')}, ${name}`}
              onClick={() => send({ type: 'OPEN_DOCTOR', doctorId: id })}
            >
              {t('pages.batch.open')}
            </SecondaryButton>
          )}
        </td>
      )}
    </tr>
  );
}
