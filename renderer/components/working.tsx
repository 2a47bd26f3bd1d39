import { makeStyles, Spinner } from '@fluentui/react-components';

const useStyles = makeStyles({
  line: { justifyContent: 'flex-start' },
  /** As wide as the icon of its outcome, so that the words stay where they are. */
  mark: { margin: '0 2px' },
});

/** Something that is being done, in words: it stands where its outcome will. */
export function Working({
  label,
  small = false,
}: {
  readonly label: string;
  /** In a table. */
  readonly small?: boolean;
}) {
  const styles = useStyles();
  return (
    <Spinner
      size={small ? 'extra-tiny' : 'tiny'}
      labelPosition="after"
      label={label}
      className={styles.line}
      spinner={{ className: styles.mark }}
    />
  );
}
