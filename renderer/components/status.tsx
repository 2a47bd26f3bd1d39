import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  ClockRegular,
  DismissCircleFilled,
  ErrorCircleFilled,
  QuestionCircleRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import type { SenderStatus } from '../../src/record/senders.ts';
import { useTexts } from '../texts.ts';

const icons = {
  none: CircleRegular,
  legacy: DismissCircleFilled,
  unverified: QuestionCircleRegular,
  verified: CheckmarkCircleFilled,
  failing: ErrorCircleFilled,
  'awaiting-mail-plus': ClockRegular,
  'not-concerned': SubtractCircleRegular,
} satisfies Record<SenderStatus, unknown>;

const useStyles = makeStyles({
  status: { display: 'inline-flex', alignItems: 'center', columnGap: '8px' },
  icon: { flexShrink: '0', fontSize: '20px' },
  none: { color: tokens.colorNeutralForeground2 },
  legacy: { color: tokens.colorStatusDangerForeground1 },
  unverified: { color: tokens.colorStatusWarningForeground3 },
  verified: { color: tokens.colorStatusSuccessForeground1 },
  failing: { color: tokens.colorStatusDangerForeground1 },
  'awaiting-mail-plus': { color: tokens.colorBrandForeground1 },
  'not-concerned': { color: tokens.colorNeutralForeground2 },
});

/** A sender's status: icon, colour and word say the same. */
export function Status({ status }: { readonly status: SenderStatus }) {
  const t = useTexts();
  const styles = useStyles();
  const Icon = icons[status];
  return (
    <span className={styles.status}>
      <Icon className={mergeClasses(styles.icon, styles[status])} aria-hidden="true" />
      {t(`common.status.${status}`)}
    </span>
  );
}
