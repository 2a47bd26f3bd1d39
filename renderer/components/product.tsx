import { makeStyles, tokens } from '@fluentui/react-components';
import { translator } from '../../src/texts/index.ts';
import { NARROW } from '../media.ts';

const useStyles = makeStyles({
  product: {
    margin: '0 0 16px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    [NARROW]: { display: 'none' },
  },
});

/** The product's name, the same in every language: it stands before a view says which one. */
export function Product() {
  const styles = useStyles();
  return <p className={styles.product}>{translator('it')('common.product')}</p>;
}
