import {
  type BrandVariants,
  createDarkTheme,
  createHighContrastTheme,
  createLightTheme,
  type Theme,
} from '@fluentui/react-components';

/** A deep teal; 70 and 80 carry white text at 6:1 or better. */
const teal: BrandVariants = {
  10: '#041719',
  20: '#072628',
  30: '#093235',
  40: '#0a3d40',
  50: '#0b484b',
  60: '#0b5357',
  70: '#0a5f63',
  80: '#0a6b70',
  90: '#1f7c80',
  100: '#3c9094',
  110: '#57a2a5',
  120: '#74b4b6',
  130: '#92c6c8',
  140: '#b0d8d9',
  150: '#cee9ea',
  160: '#e8f5f5',
};

/** Larger than Fluent's own: read at arm's length, between two patients. Line height 1.5. */
const type = {
  fontFamilyBase: "'Segoe UI', 'Open Sans Variable', sans-serif",
  fontSizeBase200: '15px',
  fontSizeBase300: '17px',
  fontSizeBase400: '17px',
  fontSizeBase500: '20px',
  fontSizeHero700: '28px',
  lineHeightBase200: '22px',
  lineHeightBase300: '26px',
  lineHeightBase400: '26px',
  lineHeightBase500: '28px',
  lineHeightHero700: '36px',
} satisfies Partial<Theme>;

/** Each is made when it is asked for: most windows only ever show one. */
const themes = {
  // Quiet text stays above 7:1 too.
  light: () => ({ ...createLightTheme(teal), ...type, colorNeutralForeground3: '#4d4d4d' }),
  dark: () => ({
    ...createDarkTheme(teal),
    ...type,
    // Fluent's own step is too dark a text on its dark surfaces.
    colorNeutralForeground3: '#c2c2c2',
    colorStatusDangerForeground1: '#f1a6ad',
    colorBrandForeground1: teal[130],
    colorBrandForegroundLink: teal[130],
    colorBrandForegroundLinkHover: teal[140],
    colorCompoundBrandForeground1: teal[130],
    colorBrandStroke1: teal[120],
  }),
  contrast: () => ({ ...createHighContrastTheme(), ...type }),
} satisfies Record<string, () => Theme>;

const made = new Map<keyof typeof themes, Theme>();

export function themeFor(media: { readonly dark: boolean; readonly contrast: boolean }): Theme {
  const name = media.contrast ? 'contrast' : media.dark ? 'dark' : 'light';
  const theme = made.get(name) ?? themes[name]();
  made.set(name, theme);
  return theme;
}
