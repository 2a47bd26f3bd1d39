import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

/** A band of the picture: the list of doctors, or one of the four steps. */
export interface Band {
  readonly title: string;
  readonly boxes: readonly Box[];
}

/** One state of the chart. */
export interface Box {
  readonly id: string;
  readonly name: string;
  /** Whether it waits for a person, or the wizard only passes by. */
  readonly isPage: boolean;
  /** What it asks the world, by the names of the machine's actors. */
  readonly asks: readonly string[];
  readonly inner: readonly string[];
  /** Ways that are written instead of drawn: back, and far ahead. */
  readonly jumps: readonly Jump[];
}

export interface Jump {
  readonly ahead: boolean;
  readonly to: string;
  readonly when: readonly string[];
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly labels: readonly Label[];
}

export interface Label {
  readonly event: string;
  readonly guard: string;
}

export interface Chart {
  readonly bands: readonly Band[];
  readonly arrows: readonly Arrow[];
}

export interface Surroundings {
  /** The compound state whose own states are the steps' pages. */
  readonly path: string;
  /** The band that a state of the path belongs to by its page; `null` where none does. */
  readonly bandOf: (state: string) => number | null;
  readonly titles: readonly string[];
  /** Events that are the same on every page, told once in the legend. */
  readonly leftOut: readonly string[];
}

interface Way extends Label {
  readonly from: string;
  readonly to: string;
}

interface Place {
  readonly band: number;
  readonly order: number;
}

/**
 * The machine's states and ways as a picture shows them. An arrow leads on: to a later state of the
 * same band, or into the next band. What leads back or further ahead is written in the state's box.
 */
export function chartOf(machine: AnyStateMachine, around: Surroundings): Chart {
  const nodes = shownNodes(machine.root, around.path);
  const places = placesOf(nodes, around);
  const ways = nodes.flatMap((node) => plainly(waysFrom(node, around)));
  const isDrawn = ({ from, to }: Way) => leadsOn(place(places, from), place(places, to));
  const box = (node: AnyStateNode): Box => ({
    id: node.id,
    name: node.key,
    isPage: waitsForPerson(node),
    asks: [...new Set(family(node).flatMap(({ invoke }) => invoke.map(({ src }) => String(src))))],
    inner: Object.keys(node.states),
    jumps: jumpsOf(
      ways.filter((way) => way.from === node.id && !isDrawn(way)),
      places,
    ),
  });
  return {
    bands: around.titles.map((title, band) => ({
      title,
      boxes: nodes.filter(({ id }) => place(places, id).band === band).map(box),
    })),
    arrows: merged(ways.filter(isDrawn)),
  };
}

/** The states that become boxes: the machine's own, and in place of the path those of the path. */
const shownNodes = (root: AnyStateNode, path: string): AnyStateNode[] =>
  Object.values(root.states).flatMap((node) =>
    node.key === path ? Object.values(node.states) : [node],
  );

const family = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap(family),
];

const waitsForPerson = (node: AnyStateNode): boolean =>
  family(node).some(({ ownEvents }) => ownEvents.some((event) => !event.startsWith('xstate.')));

/** A state without a step of its own stands where the one before it does: their order is the pages'. */
function placesOf(nodes: readonly AnyStateNode[], around: Surroundings): Map<string, Place> {
  let previous = 1;
  return new Map(
    nodes.map((node, order) => {
      if (node.path[0] !== around.path) return [node.id, { band: 0, order }];
      previous = around.bandOf(node.key) ?? previous;
      return [node.id, { band: previous, order }];
    }),
  );
}

function place(places: ReadonlyMap<string, Place>, id: string): Place {
  const found = places.get(id);
  if (!found) throw new Error(`the chart has no box for ${id}`);
  return found;
}

const leadsOn = (from: Place, to: Place): boolean =>
  to.band === from.band ? to.order > from.order : to.band === from.band + 1;

/** Every way out of a state or what is inside it; staying where one is counts as none. */
function waysFrom(node: AnyStateNode, { path, leftOut }: Surroundings): Way[] {
  const own = family(node).flatMap((each) => [
    ...[...each.transitions.values()].flat(),
    ...(each.always ?? []),
  ]);
  return own
    .map((transition) => ({
      from: node.id,
      to: targetOf(transition, path),
      event: eventName(transition.eventType),
      guard: guardName(transition.guard),
    }))
    .filter((way): way is Way => way.to !== null && way.to !== node.id)
    .filter(({ event }) => !leftOut.includes(event));
}

/** A guard is told where it decides between ways; elsewhere it only says when the event counts. */
const plainly = (ways: readonly Way[]): Way[] =>
  ways.map((way) => {
    const others = ways.filter(({ event }) => event === way.event);
    return others.length > 1 ? way : { ...way, guard: '' };
  });

/** The box that a transition leads to: the target, what it lies in, or where the path begins. */
function targetOf({ target }: AnyTransitionDefinition, path: string): string | null {
  let node: AnyStateNode | undefined = target?.[0];
  if (node?.id === `${node?.machine.root.id}.${path}`) node = node.initial.target[0];
  const depth = node?.path[0] === path ? 2 : 1;
  while (node && node.path.length > depth) node = node.parent;
  return node?.id ?? null;
}

function eventName(type: string): string {
  if (type.startsWith('xstate.done.')) return 'done';
  if (type.startsWith('xstate.error.')) return 'error';
  return type.replace(/^xstate\.after\.([^.]*)\..*$/, 'after $1');
}

function guardName(guard: unknown): string {
  if (guard === undefined) return '';
  if (typeof guard === 'string') return guard;
  if (typeof guard === 'function') return guard.name;
  const { type, params } = guard as { type: string; params?: unknown };
  return params === undefined ? type : `${type} ${String(params)}`;
}

/** Arrows between the same two boxes are one arrow with several labels. */
const merged = (ways: readonly Way[]): Arrow[] =>
  grouped(ways, ({ from, to }) => `${from} ${to}`).map(([first, ...others]) => ({
    from: first.from,
    to: first.to,
    labels: [first, ...others].map(({ event, guard }) => ({ event, guard })),
  }));

const jumpsOf = (ways: readonly Way[], places: ReadonlyMap<string, Place>): Jump[] =>
  grouped(ways, ({ to }) => to).map(([first, ...others]) => ({
    ahead: place(places, first.to).order > place(places, first.from).order,
    to: first.to.slice(first.to.lastIndexOf('.') + 1),
    when: [...new Set([first, ...others].map(whenTold))],
  }));

/** In a list an event suffices; what ended on its own is told by what came of it. */
const whenTold = ({ event, guard }: Way): string =>
  (event === 'done' ? guard || event : event || guard) || 'otherwise';

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
