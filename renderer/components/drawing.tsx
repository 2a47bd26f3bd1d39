import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import blocked from '../../assets/drawings/blocked.svg?no-inline';
import done from '../../assets/drawings/done.svg?no-inline';
import key from '../../assets/drawings/key.svg?no-inline';
import mailPlus from '../../assets/drawings/mail-plus.svg?no-inline';
import personal from '../../assets/drawings/personal.svg?no-inline';
import { TIGHT } from '../media.ts';

/** Each draws whose server the email leaves from: the computer, the server, the patient. */
const drawings = { blocked, done, key, 'mail-plus': mailPlus, personal };

export type DrawingName = keyof typeof drawings;

const useStyles = makeStyles({
  drawing: {
    flexShrink: '0',
    width: '140px',
    height: '56px',
    color: tokens.colorBrandForeground1,
    [TIGHT]: { display: 'none' },
  },
  small: { width: '100px', height: '40px' },
});

/** A line drawing in the text's own colours; decorative unless it has a title. */
export function Drawing({
  name,
  title,
  small = false,
}: {
  readonly name: DrawingName;
  readonly title?: string;
  /** Beside a card's heading. */
  readonly small?: boolean;
}) {
  const styles = useStyles();
  return (
    <svg
      className={mergeClasses(styles.drawing, small && styles.small)}
      viewBox="0 0 160 64"
      role="img"
      aria-label={title}
      aria-hidden={title === undefined}
    >
      <use href={`${drawings[name]}#drawing`} />
    </svg>
  );
}
