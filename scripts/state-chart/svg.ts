import type { Band, Label } from './chart.ts';
import {
  BAND_GAP,
  type Layout,
  type Line,
  type PlacedArrow,
  type PlacedBox,
  SIZE,
} from './layout.ts';

const MARGIN = 24;
const BAND_PADDING = 18;
/** Room for a band's title at its left. */
const GUTTER = 56;
const HEAD = 60;
const LEGEND_LINE = 20;

/** Colours of the window's themes (renderer/theme.ts), on a ground of the picture's own. */
const LIGHT = {
  ground: '#ffffff',
  band: '#f1f6f6',
  line: '#c8d6d7',
  text: '#242424',
  quiet: '#4d4d4d',
  page: '#ffffff',
  pass: '#dcefef',
  edge: '#6d8183',
  main: '#0a6b70',
};

const DARK: typeof LIGHT = {
  ground: '#1f1f1f',
  band: '#292d2d',
  line: '#4a5556',
  text: '#ffffff',
  quiet: '#c2c2c2',
  page: '#343a3a',
  pass: '#12393b',
  edge: '#93a5a6',
  main: '#74b4b6',
};

const SANS = "'Segoe UI', 'Open Sans', 'DejaVu Sans', sans-serif";

const FACES = `
text { font: ${SIZE.small}px Consolas, Menlo, 'DejaVu Sans Mono', monospace; }
.title { font: 600 22px ${SANS}; }
.legend { font: 13px ${SANS}; }
.step { font: 600 18px ${SANS}; }
.name { font-size: ${SIZE.name}px; font-weight: 700; }
.passing { font-weight: 400; }
.guard, .asks { font-style: italic; }
.arrow { fill: none; stroke-width: 1.25; }
.main-arrow { stroke-width: 2.5; }
.main { stroke-width: 2; }`;

const coloured = (colours: typeof LIGHT): string => `
text { fill: ${colours.quiet}; }
.ground { fill: ${colours.ground}; }
.band { fill: ${colours.band}; stroke: ${colours.line}; }
.page { fill: ${colours.page}; stroke: ${colours.edge}; }
.pass { fill: ${colours.pass}; stroke: ${colours.edge}; }
.title, .name, .event, .jump { fill: ${colours.text}; }
.step, .main-head { fill: ${colours.main}; }
.head { fill: ${colours.edge}; }
.arrow { stroke: ${colours.edge}; }
.main, .main-arrow { stroke: ${colours.main}; }`;

// Not every viewer knows custom properties: each palette is written out.
const STYLE = `${FACES}${coloured(LIGHT)}
@media (prefers-color-scheme: dark) {${coloured(DARK)}
}`;

export interface Picture {
  readonly title: string;
  readonly legend: readonly string[];
  readonly bands: readonly Band[];
  readonly layout: Layout;
  readonly isMainBox: (id: string) => boolean;
  readonly isMainArrow: (arrow: PlacedArrow['arrow']) => boolean;
}

export function renderSvg(picture: Picture): string {
  const { layout, title, legend, bands } = picture;
  const left = MARGIN + GUTTER;
  const top = HEAD + legend.length * LEGEND_LINE + BAND_PADDING;
  const width = Math.ceil(left + layout.width + MARGIN);
  const height = Math.ceil(top + layout.height + MARGIN);
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${STYLE}\n</style>`,
    '<defs>',
    head('head'),
    head('main-head'),
    '</defs>',
    `<rect class="ground" width="${width}" height="${height}" rx="12"/>`,
    text(MARGIN, 42, 'title', title),
    ...legend.map((line, at) => text(MARGIN, 68 + at * LEGEND_LINE, 'legend', line)),
    `<g transform="translate(0 ${top})">`,
    ...bands.flatMap(({ title: name }, at) => band(name, extentOf(layout, bands, at), width)),
    '</g>',
    `<g transform="translate(${left} ${top})">`,
    ...layout.arrows.map((arrow) => path(arrow, picture.isMainArrow(arrow.arrow))),
    ...layout.arrows.flatMap((arrow) => labels(arrow)),
    ...layout.boxes.flatMap((placed) => box(placed, picture.isMainBox(placed.box.id))),
    '</g>',
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

const head = (id: string): string =>
  `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="${id}" d="M0 0 10 5 0 10z"/></marker>`;

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** From a little above a band's first box to a little above the next band's, or below the last. */
function extentOf(layout: Layout, bands: readonly Band[], at: number): Extent {
  const startOf = (boxes: Band['boxes']) =>
    Math.min(...layout.boxes.filter(({ box }) => boxes.includes(box)).map(({ y }) => y));
  const [own, next] = bands.slice(at, at + 2);
  const end = next ? startOf(next.boxes) - BAND_PADDING - BAND_GAP : layout.height;
  return { from: startOf(own?.boxes ?? []) - BAND_PADDING, to: end };
}

const band = (title: string, { from, to }: Extent, width: number): string[] => [
  `<rect class="band" x="${MARGIN}" y="${round(from)}" width="${width - 2 * MARGIN}" height="${round(to - from)}" rx="8"/>`,
  text(MARGIN + 16, from + 32, 'step', title),
];

function path({ points }: PlacedArrow, main: boolean): string {
  const name = main ? 'main-' : '';
  return `<path class="arrow${main ? ' main-arrow' : ''}" d="${rounded(points)}" marker-end="url(#${name}head)"/>`;
}

/** A polyline with its corners rounded off. */
function rounded(points: readonly { x: number; y: number }[]): string {
  const RADIUS = 8;
  return points
    .map((point, at) => {
      const before = points[at - 1];
      const after = points[at + 1];
      if (!before) return `M${round(point.x)} ${round(point.y)}`;
      if (!after) return `L${round(point.x)} ${round(point.y)}`;
      const enter = towards(point, before, RADIUS);
      const leave = towards(point, after, RADIUS);
      return `L${enter} Q${round(point.x)} ${round(point.y)} ${leave}`;
    })
    .join(' ');
}

function towards(
  from: { x: number; y: number },
  to: { x: number; y: number },
  distance: number,
): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = Math.min(distance, length / 2) / length;
  return `${round(from.x + (to.x - from.x) * part)} ${round(from.y + (to.y - from.y) * part)}`;
}

function labels({ label }: PlacedArrow): string[] {
  if (!label) return [];
  const rows = label.lines.flatMap(({ event, guard }: Label) => [
    ...(event ? [['event', event] as const] : []),
    ...(guard ? [['guard', guard] as const] : []),
  ]);
  return rows.map(([kind, words], at) =>
    text(label.x + 4, label.y + 12 + at * SIZE.smallLine, kind, words),
  );
}

function box({ box: { isPage }, lines, x, y, width, height }: PlacedBox, main: boolean): string[] {
  const kind = isPage ? 'page' : 'pass';
  const radius = isPage ? 6 : Math.min(20, height / 2);
  return [
    `<rect class="${kind}${main ? ' main' : ''}" x="${round(x)}" y="${round(y)}" width="${width}" height="${height}" rx="${radius}"/>`,
    ...lines.map((line, at) => {
      const top =
        y + SIZE.padding + 12 + (at === 0 ? 0 : SIZE.nameLine + (at - 1) * SIZE.smallLine);
      return boxLine(line, x + SIZE.padding, top, isPage);
    }),
  ];
}

function boxLine(
  { kind, text: words, detail }: Line,
  x: number,
  y: number,
  isPage: boolean,
): string {
  switch (kind) {
    case 'name':
      return text(x, y, isPage ? 'name' : 'name passing', words);
    case 'asks':
      return text(x, y, 'asks', `${words}()`);
    case 'inner':
      return text(x, y, 'inner', words);
    default:
      return `<text x="${round(x)}" y="${round(y)}">${kind === 'ahead' ? '↓' : '↑'} <tspan class="jump">${escaped(words)}</tspan>  ${escaped(detail ?? '')}</text>`;
  }
}

const text = (x: number, y: number, kind: string, words: string): string =>
  `<text class="${kind}" x="${round(x)}" y="${round(y)}">${escaped(words)}</text>`;

const round = (value: number): number => Math.round(value * 10) / 10;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
