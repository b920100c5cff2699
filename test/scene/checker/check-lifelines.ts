/** Every lifeline goes from its head to its foot, or to its end, and is interrupted only where something crosses it. */
import type { Column } from './columns.js';
import type { Box, DrawnShape, DrawnText, Picture } from './drawn.js';
import type { Telling, Told } from './script-steps.js';

/** So far beside a lifeline a text still interrupts it, and so far above and below the text, in px. */
const BESIDE = 8;
const AROUND = 4;
const EXACT = 1.5;

/** What covers lifelines. */
const covers = ['band', 'card', 'pill', 'head', 'bar', 'badge', 'tag', 'redirect-bar', 'arrow', 'mark'];

export function checkLifelines(
  columns: ReadonlyMap<string, Column>,
  picture: Picture,
  telling: Telling,
): readonly string[] {
  const end = Math.max(...[...columns.values()].flatMap(({ pieces }) => pieces.map(({ bottom }) => bottom)));
  return [...columns.values()].flatMap((column) => [
    ...checkHeads(column, telling),
    ...checkLifeline(column, picture, lastOf(column, telling, end)),
    ...checkBars(column),
  ]);
}

/** The last piece ends at the foot, at the end of a destroyed participant, or as deep as all others. */
function lastOf({ id, heads, ends }: Column, { told, activated }: Telling, end: number): number {
  const at = told.findLastIndex((each) => namesOf(each).includes(id));
  const last = (activated.get(id) ?? 0) > at ? undefined : told[at];
  const mark = ends.at(-1);
  if (last?.kind === 'message' && last.step.destroy === id && mark) return (mark.box.top + mark.box.bottom) / 2;
  const foot = heads.length > 1 ? heads.at(-1) : undefined;
  return foot ? foot.box.top : end;
}

/** Notes of a message belong to it. */
function namesOf(told: Told): readonly string[] {
  if (told.kind === 'message')
    return [told.step.from, told.step.to, ...told.step.notes.flatMap((note) => note.participants)];
  if (told.kind === 'note') return told.isAttached ? [] : told.step.participants;
  return told.kind === 'ref' ? told.step.participants : [];
}

function checkHeads({ id, x, heads, pieces }: Column, { told }: Telling): readonly string[] {
  const [head] = heads;
  if (!head) return [`${id} has no head`];
  const isCreated = told.some(
    (each) => each.kind === 'message' && each.step.create && each.step.to === id && each.step.from !== id,
  );
  const isInStep = typeof head.group !== 'string';
  return [
    ...heads
      .filter(({ box }) => Math.abs((box.left + box.right) / 2 - x) > 1)
      .map(({ box }) => `a head of ${id} at ${Math.round(box.left)},${Math.round(box.top)} is not over its lifeline`),
    ...(pieces.some(({ top }) => top < head.box.top) ? [`the lifeline of ${id} begins above its head`] : []),
    ...(isInStep && !isCreated ? [`the head of ${id} is in a step that does not create it`] : []),
  ];
}

function checkLifeline(column: Column, picture: Picture, end: number): readonly string[] {
  const { id, x, pieces, heads } = column;
  const reasons = reasonsFor(column, picture);
  const faults: string[] = [];
  let reached = heads[0]?.box.bottom ?? 0;
  for (const { top, bottom } of [...pieces, { top: end, bottom: end }]) {
    const gap = unexplained(reached, top, reasons);
    if (gap !== null) faults.push(`the lifeline of ${id} (${x}) has a gap at ${Math.round(gap)}`);
    reached = Math.max(reached, bottom);
  }
  if (reached > end + EXACT)
    faults.push(`the lifeline of ${id} goes on from ${Math.round(end)} to ${Math.round(reached)}`);
  return faults;
}

interface Reason {
  readonly top: number;
  readonly bottom: number;
}

/** Everything that may interrupt the lifeline. After an end in a branch it begins again further down. */
function reasonsFor({ x, ends, pieces }: Column, picture: Picture): readonly Reason[] {
  const crosses = ({ left, right }: Box): boolean => left - BESIDE < x && right + BESIDE > x;
  const crossing = [...picture.texts.map(lineBox), ...picture.withRole(...covers).map(({ box }) => box)].filter(
    crosses,
  );
  const after = (mark: DrawnShape): Reason => ({
    top: mark.box.top,
    bottom: pieces.find(({ top }) => top > mark.box.top + EXACT)?.top ?? mark.box.bottom,
  });
  return [
    ...crossing.map(({ top, bottom }) => ({ top: top - AROUND, bottom: bottom + AROUND })),
    ...ends.map(after),
  ].sort((one, other) => one.top - other.top);
}

/** With the whole height of its line. */
function lineBox({ item: { y, size, lineHeight }, box }: DrawnText): Box {
  const top = y - 0.355 * size - lineHeight / 2;
  return { ...box, top, bottom: top + lineHeight };
}

/** The first place between two heights that nothing covers; null for none. */
function unexplained(from: number, to: number, reasons: readonly Reason[]): number | null {
  let reached = from + EXACT;
  for (const { top, bottom } of reasons) {
    if (reached >= to || top > reached) break;
    reached = Math.max(reached, bottom);
  }
  // Reasons that end before here do not lead on, and later ones leave a gap.
  return reached + EXACT >= to ? null : reached;
}

function checkBars({ id, x, bars }: Column): readonly string[] {
  return bars
    .filter(({ box }) => box.left > x + 40 || box.right < x)
    .map(({ box }) => `a bar of ${id} at ${Math.round(box.left)},${Math.round(box.top)} is not on its lifeline`);
}
