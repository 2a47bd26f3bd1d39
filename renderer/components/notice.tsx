import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  ErrorCircleRegular,
  InfoRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const icons = {
  info: InfoRegular,
  good: CheckmarkCircleRegular,
  care: WarningRegular,
  problem: ErrorCircleRegular,
};

export type Tone = keyof typeof icons;

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    columnGap: '16px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    marginBottom: '16px',
  },
  icon: { flexShrink: '0', fontSize: '24px', lineHeight: '26px', height: '26px' },
  body: {
    minWidth: '0',
    overflowWrap: 'anywhere',
    '& p': { margin: '0' },
    '& > p + :not(p)': { marginTop: '8px' },
  },
  info: { color: tokens.colorBrandForeground1 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  care: { color: tokens.colorStatusWarningForeground3 },
  problem: { color: tokens.colorStatusDangerForeground1 },
  quiet: {
    marginTop: '8px',
    padding: '0',
    border: 'none',
    backgroundColor: 'transparent',
    columnGap: '8px',
  },
});

/** A few words with a sign: the colour only repeats what the icon and the words say. */
export function Notice({
  tone,
  quiet = false,
  children,
}: {
  readonly tone: Tone;
  readonly quiet?: boolean;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const Icon = icons[tone];
  return (
    <div className={mergeClasses(styles.notice, quiet && styles.quiet)}>
      <Icon className={mergeClasses(styles.icon, styles[tone])} aria-hidden="true" />
      <div className={styles.body}>{children}</div>
    </div>
  );
}
