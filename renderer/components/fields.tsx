import {
  Checkbox,
  type CheckboxProps,
  Field,
  type FieldProps,
  Input,
  type InputProps,
  makeStyles,
  mergeClasses,
  Radio,
  type RadioProps,
  Select,
  type SelectProps,
  tokens,
} from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons';
import type { Ref } from 'react';

const TARGET = '44px';

const useStyles = makeStyles({
  input: { minHeight: TARGET },
  select: { '& select': { height: TARGET } },
  /** The mark is 36 pixels with its own margin. */
  checkbox: { padding: '4px' },
  mark: { width: TARGET },
  radio: { minHeight: TARGET, alignItems: 'center' },
  problem: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: '8px',
    margin: '8px 0 0',
    paddingLeft: '0',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    color: tokens.colorStatusDangerForeground1,
  },
  /** Beside the first of several lines; with its margins as wide as a notice's icon. */
  mistake: { flexShrink: '0', margin: '2px 2px 0', fontSize: '20px' },
});

/** What is wrong with a field, below it. */
export function FieldProblem({ children }: { readonly children: string }) {
  const styles = useStyles();
  return (
    <p className={styles.problem}>
      <ErrorCircleRegular className={styles.mistake} aria-hidden="true" />
      {children}
    </p>
  );
}

/** A label, the field with it, and what is wrong with it, if anything. */
export function Labelled({
  problem,
  ...props
}: Omit<FieldProps, 'validationMessage'> & { readonly problem?: string | null }) {
  const styles = useStyles();
  if (!problem) return <Field {...props} />;
  return (
    <Field
      {...props}
      validationMessage={{ className: styles.problem, children: problem }}
      validationMessageIcon={{ className: styles.mistake, children: <ErrorCircleRegular /> }}
    />
  );
}

/** Fluent's fields, as large as a thumb. */
export function TextInput({
  ref,
  className,
  ...props
}: InputProps & { readonly ref?: Ref<HTMLInputElement> }) {
  const styles = useStyles();
  return (
    <Input size="large" ref={ref} className={mergeClasses(styles.input, className)} {...props} />
  );
}

export function SelectBox({ className, ...props }: SelectProps) {
  const styles = useStyles();
  return <Select size="large" className={mergeClasses(styles.select, className)} {...props} />;
}

export function CheckBox({ className, ...props }: CheckboxProps) {
  const styles = useStyles();
  return (
    <Checkbox
      size="large"
      className={mergeClasses(styles.checkbox, className)}
      input={{ className: styles.mark }}
      {...props}
    />
  );
}

export function RadioButton(props: RadioProps) {
  return <Radio className={useStyles().radio} {...props} />;
}
