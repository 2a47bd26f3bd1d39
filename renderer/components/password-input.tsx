import { Label, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons';
import { type ComponentProps, type Ref, useId, useState } from 'react';
import { useTexts } from '../texts.ts';
import { FieldProblem } from './fields.tsx';
import { focusRing } from './styles.ts';

const useStyles = makeStyles({
  field: { maxWidth: '480px', marginBottom: '24px' },
  box: {
    display: 'flex',
    boxSizing: 'border-box',
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke1),
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-within': {
      ...shorthands.borderColor(tokens.colorCompoundBrandStroke),
      boxShadow: `inset 0 -1px 0 ${tokens.colorCompoundBrandStroke}`,
    },
    // In forced colours a shadow and the colour of a border say nothing.
    '@media (forced-colors: active)': { ':focus-within': { outline: '2px solid Highlight' } },
  },
  /** As Fluent draws a field of its own that was not accepted. */
  wrong: {
    ':not(:focus-within)': { ...shorthands.borderColor(tokens.colorPaletteRedBorder2) },
  },
  /** Not to be typed into yet. */
  waiting: { backgroundColor: tokens.colorNeutralBackground3 },
  label: { display: 'block', marginBottom: '4px' },
  input: {
    flexGrow: '1',
    minWidth: '0',
    // With the border as high as the other fields, and its text where theirs begins.
    minHeight: '42px',
    padding: '0 0 0 18px',
    boxSizing: 'border-box',
    border: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: 'inherit',
  },
  eye: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: '0',
    width: '44px',
    // As large as a thumb: it takes clicks on the field's border too, and leaves it in sight.
    margin: '-1px -1px -1px 0',
    padding: '1px',
    backgroundClip: 'content-box',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontSize: '20px',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...focusRing,
  },
});

/**
 * A password field that keeps nothing: Fluent's Input copies what is typed into React's state,
 * this one leaves it in the input alone. `of`: whose it is, where there are several on a page.
 */
export function PasswordBox({
  of,
  ...input
}: { readonly of?: string | undefined } & Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  const t = useTexts();
  const styles = useStyles();
  const [shown, setShown] = useState(false);
  const toggle = t(shown ? 'pages.password.hide' : 'pages.password.show');
  return (
    <div
      className={mergeClasses(
        styles.box,
        input.readOnly && styles.waiting,
        Boolean(input['aria-invalid']) && styles.wrong,
      )}
    >
      <input
        className={styles.input}
        type={shown ? 'text' : 'password'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={1024}
        {...input}
      />
      <button
        type="button"
        className={styles.eye}
        aria-label={of === undefined ? toggle : `${toggle}, ${of}`}
        title={toggle}
        onClick={() => setShown(!shown)}
      >
        {shown ? <EyeOffRegular /> : <EyeRegular />}
      </button>
    </div>
  );
}

/** A password field on a page of its own, with its label and what is wrong with it. */
export function PasswordInput({
  ref,
  label,
  problem,
}: {
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  readonly problem: string | null;
}) {
  const styles = useStyles();
  const id = useId();
  const problemId = useId();
  return (
    <div className={styles.field}>
      <Label className={styles.label} htmlFor={id}>
        {label}
      </Label>
      <PasswordBox ref={ref} id={id} aria-invalid={problem !== null} aria-describedby={problemId} />
      <div id={problemId} role="alert">
        {problem !== null && <FieldProblem>{problem}</FieldProblem>}
      </div>
    </div>
  );
}
