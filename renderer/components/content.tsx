import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  section: { marginBottom: '24px' },
  heading: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  steps: {
    listStyleType: 'none',
    counterReset: 'step',
    margin: '0',
    padding: '0',
    '& > li': {
      counterIncrement: 'step',
      position: 'relative',
      minHeight: '32px',
      padding: '3px 0 3px 48px',
      marginBottom: '8px',
    },
    '& > li::before': {
      content: 'counter(step)',
      position: 'absolute',
      left: '0',
      top: '0',
      width: '30px',
      height: '30px',
      lineHeight: '30px',
      textAlign: 'center',
      fontSize: tokens.fontSizeBase200,
      fontWeight: tokens.fontWeightSemibold,
      borderRadius: tokens.borderRadiusCircular,
      border: `1px solid ${tokens.colorBrandStroke1}`,
      color: tokens.colorBrandForeground1,
    },
  },
  bullets: { margin: '0', paddingLeft: '24px', '& > li': { marginBottom: '4px' } },
  facts: { margin: '0 0 24px' },
  fact: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 200px) minmax(0, 1fr)',
    columnGap: '24px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 519px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: '0', overflowWrap: 'anywhere', userSelect: 'text' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  paragraph: { margin: '0 0 8px' },
  muted: { color: tokens.colorNeutralForeground2 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 16px',
    alignItems: 'center',
    marginBottom: '8px',
  },
});

export function Section({
  title,
  children,
}: {
  readonly title?: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      {title !== undefined && <h2 className={styles.heading}>{title}</h2>}
      {children}
    </section>
  );
}

/** Numbered, one action a step. */
export function NumberedSteps({ steps }: { readonly steps: readonly string[] }) {
  const styles = useStyles();
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

export function Bullets({ items }: { readonly items: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.bullets}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Names and values, one below the other; a value of null is left out. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [term: string, value: ReactNode | null, strong?: 'strong'])[];
}) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([term, value, strong]) =>
          value !== null && (
            <div key={term} className={styles.fact}>
              <dt className={styles.term}>{term}</dt>
              <dd className={mergeClasses(styles.value, strong && styles.strong)}>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

export function Paragraph({
  muted = false,
  children,
}: {
  readonly muted?: boolean;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return <p className={mergeClasses(styles.paragraph, muted && styles.muted)}>{children}</p>;
}

/** Quiet actions beside each other. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().row}>{children}</div>;
}
