import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { CRAMPED, LOW, NARROW, ROOMY, TIGHT } from '../media.ts';
import { useTexts } from '../texts.ts';
import { send, useView } from '../view.ts';
import { PrimaryButton, QuietButton } from './buttons.tsx';
import { Drawing, type DrawingName } from './drawing.tsx';
import { useSaidInSight } from './said-in-sight.ts';

/** On a large window, text and buttons keep together in the middle. */
const EDGE = 'max(32px, (100% - 880px) / 2)';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: '1',
    minHeight: '0',
    margin: '0',
    [NARROW]: { display: 'block' },
  },
  scroll: {
    flexGrow: '1',
    minHeight: '0',
    overflowY: 'auto',
    scrollPaddingBottom: '16px',
    padding: `24px ${EDGE}`,
    [NARROW]: { overflowY: 'visible', padding: '16px' },
  },
  column: { maxWidth: '640px', overflowWrap: 'break-word' },
  wide: { maxWidth: '880px' },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: '24px',
    maxWidth: '880px',
    marginBottom: '16px',
  },
  title: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  lead: { margin: '0', color: tokens.colorNeutralForeground2 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 16px',
    flexShrink: '0',
    padding: `16px ${EDGE}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    [NARROW]: { position: 'sticky', bottom: '0', zIndex: '1', padding: '8px 16px' },
    // Where it would hide a third of the page, it ends the page.
    [CRAMPED]: { position: 'static' },
  },
  /** A bar with words of its own grows tall: it hides as much in a window that is less low. */
  tall: { [LOW]: { position: 'static' } },
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '8px 16px',
    marginLeft: 'auto',
  },
  /** Where there is no room in the bar, what is not the primary action follows the page. */
  after: { marginTop: '16px', [ROOMY]: { display: 'none' } },
  none: { display: 'none' },
  beside: { display: 'contents', [TIGHT]: { display: 'none' } },
});

export interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly drawing?: DrawingName;
  /** Cards and tables may be wider than a column of text. */
  readonly wide?: boolean;
  readonly children?: ReactNode;
  /** The page's one primary action; with `onSubmit` the form's. */
  readonly primary?: {
    readonly label: string;
    readonly onClick?: () => void;
    readonly disabled?: boolean;
  } | null;
  /** Beside the primary action, quieter. */
  readonly secondary?: ReactNode;
  readonly onSubmit?: () => void;
  /** Instead of the actions: a bar that the page fills itself. */
  readonly bar?: ReactNode;
}

/** One question, at most two sentences, the one thing to do, and the action bar. */
export function Page(props: PageProps) {
  const { canGoBack } = useView();
  const t = useTexts();
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  useSaidInSight();
  useEffect(() => {
    document.title = `${props.title} – ${t('common.product')}`;
  }, [props.title, t]);

  const { primary, onSubmit } = props;
  const hasBar = canGoBack || Boolean(primary) || Boolean(props.secondary) || Boolean(props.bar);
  const content = (
    <>
      <div className={styles.scroll}>
        <div className={styles.head}>
          <div className={styles.column}>
            <h1 ref={title} tabIndex={-1} className={styles.title}>
              {props.title}
            </h1>
            {props.lead !== undefined && <p className={styles.lead}>{props.lead}</p>}
          </div>
          {props.drawing !== undefined && <Drawing name={props.drawing} />}
        </div>
        <div className={mergeClasses(styles.column, props.wide && styles.wide)}>
          {props.children}
          {primary && props.secondary && <div className={styles.after}>{props.secondary}</div>}
        </div>
      </div>
      {hasBar && (
        <div className={mergeClasses(styles.bar, Boolean(props.bar) && styles.tall)}>
          {canGoBack && (
            <QuietButton inLine icon={<ArrowLeftRegular />} onClick={() => send({ type: 'BACK' })}>
              {t('common.back')}
            </QuietButton>
          )}
          {props.bar}
          <div className={mergeClasses(styles.end, Boolean(props.bar) && styles.none)}>
            <span className={mergeClasses(Boolean(primary) && styles.beside)}>
              {props.secondary}
            </span>
            {primary && (
              <PrimaryButton
                type={onSubmit ? 'submit' : 'button'}
                onClick={primary.onClick}
                disabledFocusable={primary.disabled ?? false}
              >
                {primary.label}
              </PrimaryButton>
            )}
          </div>
        </div>
      )}
    </>
  );
  if (onSubmit === undefined) return <div className={styles.page}>{content}</div>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles.page} onSubmit={submit} noValidate>
      {content}
    </form>
  );
}
