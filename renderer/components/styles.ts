import { type GriffelStyle, makeStyles, tokens } from '@fluentui/react-components';

/** The focus ring of our own controls, as Fluent draws its own. */
export const focusRing: GriffelStyle = {
  ':focus-visible': {
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '2px',
  },
};

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    padding: '0',
    overflow: 'hidden',
    clip: 'rect(0, 0, 0, 0)',
    whiteSpace: 'nowrap',
  },
});

/** For screen readers only. */
export function useHidden(): string {
  return useStyles().hidden;
}
