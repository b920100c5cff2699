/** Draws lifelines and the bars of activations, which leave room for the texts across them. */
import { bar } from '../metrics.js';
import type { Item, Rect } from '../scene.js';
import { line, path, rect, stroke } from './shapes.js';
import type { Box } from './shapes.js';
import { lifeline } from './sheet.js';
import type { Bar, Life, Placing } from './sheet.js';

/** Texts that are so near interrupt a line; it ends so far from them. */
const NEAR = 5;
const GAP = 2;
/** Shorter pieces are left out. */
const STUB = 3;

interface Piece {
  readonly top: number;
  readonly bottom: number;
}

/** What interrupts things at one place across, from the top. */
type Cuts = (left: number, right: number) => readonly Piece[];

/** By place, since many lines are at the same one. */
function cutsOf(boxes: readonly Box[]): Cuts {
  const sorted = [...boxes].sort((one, other) => one.top - other.top);
  const known = new Map<string, readonly Piece[]>();
  return (left, right) => {
    const key = `${left} ${right}`;
    const found =
      known.get(key) ??
      sorted
        .filter((box) => box.left - NEAR <= right && box.right + NEAR >= left)
        .map(({ top, bottom }) => ({ top: top - GAP, bottom: bottom + GAP }));
    known.set(key, found);
    return found;
  };
}

/** What is left of a line from top to bottom. */
function piecesOf({ top, bottom }: Piece, cuts: readonly Piece[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = top;
  for (const cut of cuts) {
    if (cut.bottom <= from) continue;
    if (cut.top >= bottom) break;
    if (cut.top > from) pieces.push({ top: from, bottom: cut.top });
    from = Math.max(from, cut.bottom);
  }
  if (from < bottom) pieces.push({ top: from, bottom });
  return pieces.filter((piece) => piece.bottom - piece.top > STUB);
}

export function lifelineItems(placing: Placing): readonly Item[] {
  const { sheet } = placing;
  const cuts = cutsOf(sheet.cuts);
  const lives = [...sheet.lives].sort((one, other) => one.participant - other.participant || one.top - other.top);
  const bars = [...sheet.bars].sort((one, other) => one.depth - other.depth || one.participant - other.participant);
  return [
    ...lives.flatMap((life) => lifeItems(life, cuts, placing)),
    ...bars.flatMap((one) => barItems(one, cuts, placing)),
  ];
}

function lifeItems(life: Life, cuts: Cuts, placing: Placing): readonly Item[] {
  const x = lifeline(placing, life.participant);
  const id = placing.heads.heads[life.participant]?.id ?? '';
  const { pauses } = placing.sheet;
  const [whole, dotted] = [stroke('life', 1), stroke('life', 1, { dash: '2 4' })];
  const draw = (pieces: readonly Piece[], look: typeof whole): readonly Item[] =>
    pieces.map(({ top, bottom }) => line('lifeline', [x, top], [x, bottom], look, id));
  const across = cuts(x, x);
  const breaks = pauses.filter(({ top, bottom }) => top < life.bottom && bottom > life.top);
  const all = [...across, ...breaks].sort((one, other) => one.top - other.top);
  return [
    ...draw(piecesOf(life, all), whole),
    ...breaks.flatMap((pause) => {
      const within = { top: Math.max(pause.top, life.top), bottom: Math.min(pause.bottom, life.bottom) };
      return draw(piecesOf(within, across), dotted);
    }),
  ];
}

/** A bar is open where a text interrupts it. */
function barItems({ participant, depth, top, bottom }: Bar, cuts: Cuts, placing: Placing): readonly Item[] {
  const head = placing.heads.heads[participant];
  const left = lifeline(placing, participant) - bar.width / 2 + (depth - 1) * bar.nest;
  const id = head?.id ?? '';
  const edge = stroke(head?.hue.barEdge ?? 'line', 1.25);
  return piecesOf({ top, bottom }, cuts(left, left + bar.width)).flatMap((piece): readonly Item[] => {
    const height = piece.bottom - piece.top;
    const isOpen = (y: number): boolean => placing.sheet.openAt.has(y);
    const isClosedAbove = piece.top === top && !isOpen(top);
    const isClosedBelow = piece.bottom === bottom && !isOpen(bottom);
    const d = outline(height, isClosedAbove, isClosedBelow);
    const box = { left, right: left + bar.width, top: piece.top, bottom: piece.bottom };
    return [
      {
        ...rect('bar', box, { radius: 0, fill: 'bar-card', participant: id }),
        ...openSides(isClosedAbove, isClosedBelow),
      },
      path('bar', [left, piece.top], d, [0, 0, bar.width, height], { stroke: edge, participant: id }),
    ];
  });
}

function openSides(isClosedAbove: boolean, isClosedBelow: boolean): Pick<Rect, 'open'> {
  if (isClosedAbove) return isClosedBelow ? {} : { open: 'below' };
  return { open: isClosedBelow ? 'above' : 'both' };
}

/** The edges of a bar, with rounded corners where it is closed. */
function outline(height: number, isClosedAbove: boolean, isClosedBelow: boolean): string {
  const r = Math.min(bar.radius, height / 2);
  const w = bar.width;
  const round = (value: number): number => Number(value.toFixed(2));
  const sides = round(height - (isClosedAbove ? r : 0) - (isClosedBelow ? r : 0));
  if (!isClosedAbove && !isClosedBelow) return `M0 0v${sides}M${w} 0v${sides}`;
  const above = `a${r} ${r} 0 0 1 ${r} ${-r}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}`;
  const below = `a${r} ${r} 0 0 0 ${r} ${r}h${w - 2 * r}a${r} ${r} 0 0 0 ${r} ${-r}`;
  if (!isClosedBelow) return `M0 ${round(height)}v${-sides}${above}v${sides}`;
  if (!isClosedAbove) return `M0 0v${sides}${below}v${-sides}`;
  const back = `a${r} ${r} 0 0 1 ${-r} ${r}h${-(w - 2 * r)}a${r} ${r} 0 0 1 ${-r} ${-r}`;
  return `M0 ${r}${above}v${sides}${back}z`;
}
