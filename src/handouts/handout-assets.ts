/** The folder, among the assets, of the templates, the style and the fonts of the sheets. */
export const HANDOUT_ASSETS = 'handouts';
