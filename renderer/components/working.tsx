import { makeStyles, Spinner } from '@fluentui/react-components';

const useStyles = makeStyles({ line: { justifyContent: 'flex-start' } });

/** Something that is being done, in words: it stands where its outcome will. */
export function Working({
  label,
  small = false,
}: {
  readonly label: string;
  /** In a table. */
  readonly small?: boolean;
}) {
  const size = small ? 'extra-tiny' : 'tiny';
  return <Spinner size={size} labelPosition="after" label={label} className={useStyles().line} />;
}
