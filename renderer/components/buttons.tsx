import {
  Button,
  type ButtonProps,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';

const useStyles = makeStyles({
  target: { minHeight: '44px', flexShrink: '0', maxWidth: '100%' },
  quiet: {
    fontWeight: tokens.fontWeightRegular,
    paddingLeft: '8px',
    paddingRight: '8px',
    textAlign: 'left',
    justifyContent: 'flex-start',
  },
  /** Without a frame, the colour tells it from the text around it. */
  pressable: {
    color: tokens.colorBrandForegroundLink,
    ':hover': { color: tokens.colorBrandForegroundLinkHover },
    ':hover:active': { color: tokens.colorBrandForegroundLinkPressed },
  },
  /** Without an icon either, it would be told by its colour alone. */
  underlined: { textDecorationLine: 'underline', textUnderlineOffset: '4px' },
  /** Its words stand in line with the text above; where it has a border, the border does. */
  inLine: { marginLeft: '-8px', '@media (forced-colors: active)': { marginLeft: '0' } },
});

/** Buttons as large as a thumb. */
export function PrimaryButton({ className, ...props }: ButtonProps) {
  const styles = useStyles();
  return (
    <Button
      size="large"
      appearance="primary"
      className={mergeClasses(styles.target, className)}
      {...props}
    />
  );
}

export function SecondaryButton({ className, ...props }: ButtonProps) {
  const styles = useStyles();
  return <Button size="large" className={mergeClasses(styles.target, className)} {...props} />;
}

/** For what may be done, but need not; `inLine` at the start of a line of the page. */
export function QuietButton({
  className,
  inLine = false,
  ...props
}: ButtonProps & { readonly inLine?: boolean }) {
  const styles = useStyles();
  return (
    <Button
      appearance="subtle"
      className={mergeClasses(
        styles.target,
        styles.quiet,
        !props.disabledFocusable && styles.pressable,
        !props.icon && styles.underlined,
        inLine && styles.inLine,
        className,
      )}
      {...props}
    />
  );
}
