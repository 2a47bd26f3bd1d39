import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';
import { QuietButton } from './buttons.tsx';

const useStyles = makeStyles({
  disclosure: { marginBottom: '16px' },
  body: { paddingTop: '8px' },
  lines: {
    margin: '0 0 8px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

/** What only some want to read, one click away. */
export function Disclosure({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.disclosure}>
      <QuietButton
        inLine
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </QuietButton>
      <div id={id} className={styles.body} hidden={!open}>
        {children}
      </div>
    </div>
  );
}

/** Lines as they are, to be read and selected. */
export function Lines({ lines }: { readonly lines: readonly string[] }) {
  return <pre className={useStyles().lines}>{lines.join('\n')}</pre>;
}
