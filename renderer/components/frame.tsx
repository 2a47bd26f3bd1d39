import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CRAMPED, NARROW } from '../media.ts';

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: '248px minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr) auto',
    gridTemplateAreas: '"where main" "help main"',
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    [NARROW]: {
      display: 'block',
      overflowY: 'auto',
      // What gets the keyboard is not left under the action bar.
      scrollPaddingBottom: '128px',
    },
    // There the bar ends the page, and lies on nothing.
    [CRAMPED]: { scrollPaddingBottom: '16px' },
  },
  quiet: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { borderRight: 'none' },
  },
  where: {
    gridArea: 'where',
    padding: '24px 24px 16px',
    overflowY: 'auto',
    [NARROW]: {
      padding: '8px 16px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  help: {
    gridArea: 'help',
    padding: '0 16px 16px',
    [NARROW]: { padding: '16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  main: {
    gridArea: 'main',
    display: 'flex',
    flexDirection: 'column',
    minHeight: '0',
    [NARROW]: { display: 'block' },
  },
});

export interface FrameProps {
  /** At the top of the quiet column. */
  readonly where: ReactNode;
  /** At its bottom. */
  readonly help: ReactNode;
  readonly children: ReactNode;
}

/** The window: the quiet column at the left, the page at the right; one below the other if narrow. */
export function Frame({ where, help, children }: FrameProps) {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <header className={`${styles.quiet} ${styles.where}`}>{where}</header>
      <main className={styles.main}>{children}</main>
      <aside className={`${styles.quiet} ${styles.help}`}>{help}</aside>
    </div>
  );
}
