/** Every arrow leads from the lifeline of its sender to that of its receiver, and points there. */
import { looseEnd } from '../../../src/model/step.js';
import type { ScriptMessage } from '../../../src/model/script.js';
import type { Column } from './columns.js';
import { tell, type DrawnShape, type Picture } from './drawn.js';
import type { Telling } from './script-steps.js';

type Columns = ReadonlyMap<string, Column>;

/** How far an arrow may end from the edge that it leads to, in px: a cross stands before it. */
const NEAR = 2;
const CROSS = 18;
/** The cross at the end of a lifeline is around it. */
const END = 11;
/** The line ends inside of its head. */
const HEAD = 10;

export function checkArrows(columns: Columns, picture: Picture, { told }: Telling): readonly string[] {
  return told.flatMap((each, index) => {
    const group = picture.scene.steps[index];
    if (each.kind !== 'message' || !group) return [];
    const [arrow, ...others] = picture.shapesOf(group, 'arrow');
    if (!arrow || others.length > 0) return [`message ${group.step} has ${others.length + (arrow ? 1 : 0)} arrows`];
    const heads = picture.shapesOf(group, 'arrow-head');
    const isSelf = each.step.from === each.step.to;
    return isSelf ? checkLoop(arrow, heads, each.step, columns) : checkArrow(arrow, heads, each.step, columns);
  });
}

/** Where lines may begin and end at a height: the lifeline, the edges of its bars, and of the card that is created there. */
function edgesAt({ x, bars, heads }: Column, y: number, isCreated: boolean): readonly number[] {
  const there = ({ box }: DrawnShape): boolean => box.top - 2 <= y && y <= box.bottom + 2;
  const cards = isCreated ? heads.slice(0, 1) : [];
  const sides = [...bars, ...cards].filter(there).flatMap(({ box }) => [box.left, box.right]);
  return isCreated ? sides : [x, ...sides];
}

const distance = (x: number, edges: readonly number[]): number => Math.min(...edges.map((edge) => Math.abs(edge - x)));

function checkArrow(
  arrow: DrawnShape,
  heads: readonly DrawnShape[],
  step: ScriptMessage,
  columns: Columns,
): readonly string[] {
  const { item } = arrow;
  if (item.kind !== 'line' || item.y1 !== item.y2) return [`${tell(arrow)} is no level line`];
  const loose = looseEnd(step);
  const from = columns.get(step.from);
  const to = columns.get(step.to);
  const toRight = loose ? (loose.side === 'right') !== loose.isFound : (from?.x ?? 0) < (to?.x ?? 0);
  const [left, right] = item.x1 < item.x2 ? [item.x1, item.x2] : [item.x2, item.x1];
  const [tail, tip] = toRight ? [left, right] : [right, left];
  const y = item.y1;
  return [
    ...checkHeads(arrow, heads, step, toRight),
    ...(from ? checkEnd(tail, edgesAt(from, y, false), step.arrow.both ? HEAD : NEAR, arrow, from.id) : []),
    ...(to ? checkEnd(tip, edgesAt(to, y, step.create), reachOf(step), arrow, to.id) : []),
    ...(from && from.id !== step.to ? checkSide(tail, tip, from, arrow) : []),
  ];
}

/** How far before its lifeline the line ends. */
function reachOf({ arrow, destroy, to }: ScriptMessage): number {
  const head = { filled: HEAD, cross: CROSS, async: NEAR, open: NEAR }[arrow.head];
  return head + (destroy === to ? END : 0);
}

function checkEnd(
  x: number,
  edges: readonly number[],
  reach: number,
  arrow: DrawnShape,
  id: string,
): readonly string[] {
  return distance(x, edges) <= reach
    ? []
    : [`${tell(arrow)} ends at ${x}, not at ${id}, which is at ${edges.join(', ')}`];
}

/** The line goes away from its sender. */
const checkSide = (tail: number, tip: number, { x, id }: Column, arrow: DrawnShape): readonly string[] =>
  Math.abs(tip - x) > Math.abs(tail - x) ? [] : [`${tell(arrow)} does not lead away from ${id}`];

/** A head at the receiver, and with `both` one at the sender. */
function checkHeads(
  arrow: DrawnShape,
  heads: readonly DrawnShape[],
  step: ScriptMessage,
  toRight: boolean,
): readonly string[] {
  const wanted = step.arrow.head === 'open' ? 0 : step.arrow.both ? 2 : 1;
  if (heads.length !== wanted) return [`${tell(arrow)} has ${heads.length} heads, not ${wanted}`];
  const [head, back] = toRight ? byPlace(heads).toReversed() : byPlace(heads);
  return [
    ...(head ? checkHead(head, arrow, step, toRight) : []),
    ...(back ? checkHead(back, arrow, step, !toRight) : []),
  ];
}

const byPlace = (heads: readonly DrawnShape[]): readonly DrawnShape[] =>
  [...heads].sort((one, other) => one.box.left - other.box.left);

function checkHead(head: DrawnShape, arrow: DrawnShape, step: ScriptMessage, toRight: boolean): readonly string[] {
  const line = arrow.item;
  if (line.kind !== 'line' || head.item.kind !== 'path') return [`${tell(head)} is no path`];
  const end = toRight ? Math.max(line.x1, line.x2) : Math.min(line.x1, line.x2);
  const nearest = Math.max(head.box.left - end, end - head.box.right, 0);
  const middle = (head.box.top + head.box.bottom) / 2;
  const pointsRight = head.box.right - head.item.x < 1;
  return [
    ...(nearest > NEAR ? [`${tell(head)} is ${nearest} px from the end of its line`] : []),
    ...(Math.abs(middle - line.y1) > 1 ? [`${tell(head)} is not at the height of its line`] : []),
    ...(step.arrow.head !== 'cross' && pointsRight !== toRight ? [`${tell(head)} points the wrong way`] : []),
  ];
}

function checkLoop(
  arrow: DrawnShape,
  heads: readonly DrawnShape[],
  step: ScriptMessage,
  columns: Columns,
): readonly string[] {
  const column = columns.get(step.from);
  if (!column || arrow.item.kind !== 'path') return [`${tell(arrow)} is no loop`];
  const { box } = arrow;
  const edges = [...edgesAt(column, box.top, false), ...edgesAt(column, box.bottom, false)];
  const start = Math.min(distance(box.left, edges), distance(box.right, edges));
  const wanted = step.arrow.head === 'open' ? 0 : step.arrow.both ? 2 : 1;
  return [
    ...(start > (step.arrow.both ? HEAD : NEAR) ? [`${tell(arrow)} begins ${start} px from ${column.id}`] : []),
    ...(heads.length === wanted ? [] : [`${tell(arrow)} has ${heads.length} heads, not ${wanted}`]),
    ...heads
      .filter(
        (head) =>
          Math.min(distance(head.box.left, edges), distance(head.box.right, edges)) >
          (step.arrow.head === 'cross' ? CROSS : NEAR),
      )
      .map((head) => `${tell(head)} does not point at ${column.id}`),
  ];
}
