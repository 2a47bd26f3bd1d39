import {
  Checkbox,
  type CheckboxProps,
  Input,
  type InputProps,
  makeStyles,
  mergeClasses,
  Radio,
  type RadioProps,
  Select,
  type SelectProps,
} from '@fluentui/react-components';
import type { Ref } from 'react';

const TARGET = '44px';

const useStyles = makeStyles({
  input: { minHeight: TARGET },
  select: { height: TARGET },
  /** The mark is 36 pixels with its own margin. */
  checkbox: { padding: '4px' },
  mark: { width: TARGET },
  radio: { minHeight: TARGET, alignItems: 'center' },
});

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
