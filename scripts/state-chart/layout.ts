import ElkConstructor, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Arrow, Band, Box, Chart, Label } from './chart.ts';

/** Sizes in pixels. All names are set in a monospaced face, so that their widths are known. */
export const SIZE = {
  name: 14,
  nameLine: 20,
  small: 12,
  smallLine: 15,
  padding: 12,
  minWidth: 120,
} as const;

/** Room between two bands. */
export const BAND_GAP = 10;
/** What each band is moved down by, so that boxes keep off their band's edges. */
const BAND_SHIFT = 36;

/** Width of a character by its height: Consolas 0.55, DejaVu Sans Mono 0.602. */
const ADVANCE = 0.602;

export interface Line {
  readonly kind: 'name' | 'asks' | 'inner' | 'back' | 'ahead';
  readonly text: string;
  readonly detail?: string;
}

export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedBox extends Placed {
  readonly box: Box;
  readonly lines: readonly Line[];
}

export interface PlacedArrow {
  readonly arrow: Arrow;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly label: (Placed & { readonly lines: readonly Label[] }) | null;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
}

const textWidth = (text: string, size: number): number => text.length * size * ADVANCE;

/** What stands in a box, line by line. */
export function linesOf(box: Box): Line[] {
  return [
    { kind: 'name', text: box.name },
    ...box.asks.map((text) => ({ kind: 'asks', text }) as const),
    ...wrapped(box.inner).map((text) => ({ kind: 'inner', text }) as const),
    ...box.jumps.map(({ ahead, to, when }) => ({
      kind: ahead ? ('ahead' as const) : ('back' as const),
      text: to,
      detail: when.join(', '),
    })),
  ];
}

/** Inner states three to a line. */
function wrapped(names: readonly string[]): string[] {
  const rows = Math.ceil(names.length / 3);
  return Array.from({ length: rows }, (_, row) => names.slice(row * 3, row * 3 + 3).join(' · '));
}

const lineWidth = ({ kind, text, detail = '' }: Line): number =>
  kind === 'name'
    ? textWidth(text, SIZE.name)
    : textWidth(`x ${text}${detail && `  ${detail}`}`, SIZE.small);

function boxSize(lines: readonly Line[]): { width: number; height: number } {
  const widest = Math.max(...lines.map(lineWidth));
  return {
    width: Math.max(SIZE.minWidth, Math.ceil(widest) + 2 * SIZE.padding),
    height: 2 * SIZE.padding + SIZE.nameLine + (lines.length - 1) * SIZE.smallLine - 4,
  };
}

/** What is written beside an arrow, without what says nothing. */
const labelLines = ({ labels }: Arrow): Label[] =>
  labels.filter(({ event, guard }) => event || guard);

function labelSize(lines: readonly Label[]): { width: number; height: number } {
  const rows = lines.flatMap(({ event, guard }) => [event, guard].filter(Boolean));
  return {
    width: Math.ceil(Math.max(...rows.map((row) => textWidth(row, SIZE.small)))) + 8,
    height: rows.length * SIZE.smallLine + 2,
  };
}

/** Lets ELK's layered algorithm place everything: bands from top to bottom, the main way straight. */
export async function layOut(chart: Chart, isMain: (arrow: Arrow) => boolean): Promise<Layout> {
  const lines = new Map(
    chart.bands.flatMap(({ boxes }) => boxes).map((box) => [box, linesOf(box)]),
  );
  const children = chart.bands.flatMap(({ boxes }, band) =>
    boxes.map((box) => ({
      id: box.id,
      ...boxSize(lines.get(box) ?? []),
      layoutOptions: { 'elk.partitioning.partition': String(band) },
    })),
  );
  const edges = chart.arrows.map((arrow, at) => {
    const texts = labelLines(arrow);
    const weight = isMain(arrow) ? '10' : '1';
    return {
      id: String(at),
      sources: [arrow.from],
      targets: [arrow.to],
      labels: texts.length === 0 ? [] : [{ text: String(at), ...labelSize(texts) }],
      layoutOptions: {
        'elk.layered.priority.straightness': weight,
        'elk.layered.priority.shortness': weight,
      },
    };
  });
  const root: ElkNode = await new ElkConstructor().layout({
    id: 'chart',
    children,
    edges,
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.separateConnectedComponents': 'false',
      'elk.partitioning.activate': 'true',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.spacing.nodeNode': '28',
      'elk.spacing.edgeNode': '18',
      'elk.spacing.edgeEdge': '14',
      'elk.spacing.edgeLabel': '2',
      'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
      'elk.layered.spacing.nodeNodeBetweenLayers': '12',
      'elk.layered.spacing.edgeNodeBetweenLayers': '10',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
      'elk.layered.edgeLabels.sideSelection': 'ALWAYS_DOWN',
      'elk.randomSeed': '1',
    },
  });
  const placed = new Map(root.children?.map((node) => [node.id, placeOf(node)]));
  const boxes = [...lines].map(([box, texts]) => ({
    ...(placed.get(box.id) as Placed),
    box,
    lines: texts,
  }));
  const arrows = (root.edges ?? []).map((edge) => {
    const arrow = chart.arrows[Number(edge.id)] as Arrow;
    const [label] = edge.labels ?? [];
    return {
      arrow,
      points: pointsOf(edge),
      label: label ? { ...placeOf(label), lines: labelLines(arrow) } : null,
    };
  });
  return spread({ width: root.width ?? 0, height: root.height ?? 0, boxes, arrows }, chart.bands);
}

/** Pulls the bands apart: whatever lies below a border moves down, and arrows across it stretch. */
function spread(layout: Layout, bands: readonly Band[]): Layout {
  const borders = bands.slice(1).map(({ boxes }, at) => {
    const above = layout.boxes.filter(({ box }) => bands[at]?.boxes.includes(box));
    const below = layout.boxes.filter(({ box }) => boxes.includes(box));
    const bottom = Math.max(...above.map(({ y, height }) => y + height));
    return (bottom + Math.min(...below.map(({ y }) => y))) / 2;
  });
  const moved = <Item extends { readonly y: number }>(item: Item): Item => ({
    ...item,
    y: item.y + BAND_SHIFT * borders.filter((border) => border < item.y).length,
  });
  return {
    width: layout.width,
    height: layout.height + BAND_SHIFT * borders.length,
    boxes: layout.boxes.map(moved),
    arrows: layout.arrows.map(({ arrow, points, label }) => ({
      arrow,
      points: points.map(moved),
      label: label && moved(label),
    })),
  };
}

const placeOf = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Placed>): Placed => ({
  x,
  y,
  width,
  height,
});

function pointsOf({ sections = [] }: ElkExtendedEdge): { x: number; y: number }[] {
  return sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
}
