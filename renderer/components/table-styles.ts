import { makeStyles, tokens } from '@fluentui/react-components';
import { TIGHT } from '../media.ts';

/** In a tight window each row becomes a card, its cells one below the other. */
const STACKED = TIGHT;

/** How the tables of doctors look. */
export const useTableStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    marginBottom: '32px',
    [STACKED]: { display: 'block' },
  },
  block: { [STACKED]: { display: 'block' } },
  head: {
    [STACKED]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clip: 'rect(0, 0, 0, 0)',
    },
  },
  heading: {
    padding: '8px 12px 8px 0',
    textAlign: 'left',
    verticalAlign: 'bottom',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [STACKED]: { display: 'block', padding: '16px 0' },
  },
  cell: {
    padding: '12px 12px 12px 0',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'break-word',
    [STACKED]: { display: 'block', padding: '0 0 4px' },
  },
  /** A card keeps its checkbox at the left of everything else. */
  selectableRow: {
    [STACKED]: {
      display: 'grid',
      gridTemplateColumns: '40px minmax(0, 1fr)',
      '& > :not(:first-child)': { gridColumn: '2' },
    },
  },
  choose: {
    width: '32px',
    padding: '0',
    [STACKED]: { gridRow: '1 / span 6', padding: '0', marginTop: '-12px' },
  },
  /** Its mark stands at the page's edge, below the one for all. */
  box: { marginLeft: '-12px' },
  /** A title and a first name stay on one line. */
  name: {
    minWidth: '116px',
    fontWeight: tokens.fontWeightSemibold,
    [STACKED]: { minWidth: '0' },
  },
  note: {
    display: 'block',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  action: {
    textAlign: 'right',
    paddingRight: '0',
    whiteSpace: 'nowrap',
    [STACKED]: { textAlign: 'left', paddingTop: '8px' },
  },
  labelled: {
    [STACKED]: { '::before': { content: 'attr(data-label) ": "' } },
  },
  /** The same over a field. */
  labelledAbove: {
    [STACKED]: {
      '::before': {
        content: 'attr(data-label)',
        display: 'block',
        fontSize: tokens.fontSizeBase200,
        color: tokens.colorNeutralForeground2,
      },
    },
  },
  /**
   * The one column that gives way: addresses break anywhere, words do not. In a window of 1000
   * pixels it keeps room for a domain's longest part, in one of 900 for half of it.
   */
  flexible: {
    overflowWrap: 'anywhere',
    minWidth: 'min(188px, 100vw - 812px)',
    [STACKED]: { minWidth: '0' },
  },
  /** Two lines: the day with its month, and the year. */
  date: { minWidth: '64px', [STACKED]: { minWidth: '0' } },
  twoLines: { whiteSpace: 'normal', maxWidth: '128px', [STACKED]: { maxWidth: 'none' } },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  muted: { color: tokens.colorNeutralForeground2 },
});
