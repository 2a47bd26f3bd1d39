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
    whiteSpace: 'nowrap',
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
    width: '40px',
    padding: '0',
    [STACKED]: { gridRow: '1 / span 6', padding: '0', marginLeft: '-12px', marginTop: '-12px' },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
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
  nowrap: { whiteSpace: 'nowrap' },
  /** The one column that gives way: addresses break anywhere, words do not. */
  flexible: { overflowWrap: 'anywhere' },
  twoLines: { whiteSpace: 'normal', maxWidth: '128px', [STACKED]: { maxWidth: 'none' } },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  muted: { color: tokens.colorNeutralForeground2 },
});
