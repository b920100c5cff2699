/** Reads heading, heads, boxes around heads, and the list of links. */
import { arm } from '../../../src/text-diagram/glyphs.js';
import { lineOf } from '../../../src/text-diagram/measure/lines.js';
import { screenRows, titleInset } from '../../../src/text-diagram/options.js';
import type { ScriptStep } from '../../../src/model/script.js';
import type { Rectangle } from './page.js';
import { widthOf, type Reader } from './reader.js';

const corner = { topLeft: arm.right | arm.down, topRight: arm.left | arm.down };

/** The lines of a head, centred in its box, with its shape's name on the border that the lifeline does not join. */
export function readHead(participant: number, edges: Rectangle, markRow: number, reader: Reader): void {
  const { page, script } = reader;
  const { lines: words, shapeName } = script.participants[participant] ?? page.fail('too many heads');
  const lines = reader.words(words);
  const { left, right, top, bottom } = edges;
  const centre = (width: number): number => left + Math.floor((right - left + 1 - width) / 2);
  const first = top + 1 + Math.floor((bottom - top - 1 - lines.length) / 2);
  if (widthOf(lines) > right - left - 1 - 2 * reader.style.headPad)
    page.find(`the head of participant ${participant} is too narrow`);
  for (const [index, line] of lines.entries()) page.text(first + index, centre(line.width), line, false);
  if (shapeName !== '') {
    const mark = lineOf(page.glyphs.mark.join(shapeName));
    page.text(markRow, centre(mark.width), mark, false);
  }
  page.box(edges);
  reader.boxes.push(edges);
}

export const headHeight = (participant: number, reader: Reader): number =>
  (reader.script.participants[participant]?.lines.length ?? 0) + 2;

/** The column where a lifeline leaves or enters a head. */
export function lifelineAt(row: number, { left, right }: Rectangle, arms: number, reader: Reader): number {
  for (let column = left + 1; column < right; column += 1)
    if (reader.page.shows(row, column, arms, ['light', 'double'])) return column;
  return reader.page.fail(`row ${row}: no lifeline at the head`);
}

function readHeads(participants: readonly number[], at: 'top' | 'bottom', reader: Reader): Rectangle[] {
  const { page } = reader;
  const top = reader.row;
  const bottom = top + Math.max(...participants.map((participant) => headHeight(participant, reader))) - 1;
  // The border that no lifeline joins shows the corners best.
  const [border, inward] = at === 'top' ? [top, arm.down] : [bottom, arm.up];
  let column = 0;
  const found = participants.map((participant) => {
    const side = (arms: number): number => {
      while (column < page.width && !page.shows(border, column, arms, ['light'])) column += 1;
      if (column >= page.width) page.fail(`the head of participant ${participant} is not there`);
      return column;
    };
    const left = side(arm.right | inward);
    column += 1;
    const right = side(arm.left | inward);
    column += 1;
    const edges = { left, right, top, bottom };
    const joint = arm.left | arm.right | (at === 'top' ? arm.down : arm.up);
    const lifeline = lifelineAt(at === 'top' ? bottom : top, edges, joint, reader);
    if (at === 'bottom' && lifeline !== reader.columns[participant]) page.find('a lifeline ends at the wrong head');
    reader.columns[participant] = lifeline;
    readHead(participant, edges, border, reader);
    return edges;
  });
  reader.row = bottom + 1;
  return found;
}

export function readTop(reader: Reader): void {
  const { page, script } = reader;
  const heading = reader.words(script.heading);
  for (const line of heading) {
    const { row } = reader;
    const places = Array.from({ length: page.width }, (_, column) => column);
    page.text(row, places.find((column) => page.reads(row, column, line)) ?? 0, line);
    reader.row += 1;
  }
  if (heading.length > 0) reader.gap();
  const groups = reader.options.boxes ? script.boxes : [];
  const titles = groups.map(({ lines }) => reader.words(lines));
  const groupTop = reader.row;
  if (groups.length > 0) reader.row += Math.max(...titles.map((title) => Math.max(1, title.length)));
  const created = createdIn(script.steps);
  const present = [...script.participants.keys()].filter((index) => !created.has(script.participants[index]?.id ?? ''));
  if (present.length > 0) {
    readHeads(present, 'top', reader);
    for (const participant of present) reader.begin(participant, reader.row - 1);
  }
  if (groups.length > 0) readGroups(groupTop, reader);
}

function readGroups(top: number, reader: Reader): void {
  const { page, script, columns } = reader;
  const bottom = reader.row;
  let column = 0;
  for (const { lines, first, last } of script.boxes) {
    const title = reader.words(lines);
    while (column < page.width && !page.shows(top, column, corner.topLeft, ['light'])) column += 1;
    const left = column;
    // Past the title: in ASCII it may hold what looks like a corner.
    column += Math.max(1, widthOf(title) + titleInset(reader.style));
    while (column < page.width && !page.shows(top, column, corner.topRight, ['light'])) column += 1;
    const right = column;
    column += 1;
    for (const [index, line] of title.entries()) page.text(top + index, left + titleInset(reader.style), line);
    page.frame({ left, right, top, bottom }, 'light');
    for (const [participant, lifeline] of columns.entries())
      if (
        lifeline !== undefined &&
        (participant >= first && participant <= last) !== (lifeline > left && lifeline < right)
      )
        page.find(`participant ${participant} is on the wrong side of a box`);
  }
  reader.row = bottom + 1;
}

/** What comes after the steps. */
export function readBottom(reader: Reader): void {
  const { page, script } = reader;
  const isLong = reader.row > screenRows;
  if (reader.style.airy || reader.style.inside || isLong) reader.gap();
  const { alive } = reader;
  if (isLong && alive.length > 0) {
    const top = reader.row;
    readHeads(alive, 'bottom', reader);
    for (const participant of alive) reader.end(participant, top);
  } else for (const participant of alive) reader.end(participant, reader.row - 1);
  if (script.below.length > 0) reader.gap();
  for (const line of script.below.flatMap(({ lines }) => lines)) {
    for (const told of reader.words([line])) page.text(reader.row, 0, told);
    reader.row += 1;
  }
  if (reader.row !== page.height) page.find(`${page.height - reader.row} rows too many`);
}

function createdIn(steps: readonly ScriptStep[]): Set<string> {
  return new Set(
    steps.flatMap((step): string[] => {
      if (step.kind === 'message') return step.create && step.from !== step.to ? [step.to] : [];
      if (step.kind === 'highlight') return [...createdIn(step.steps)];
      return step.kind === 'fragment' ? step.branches.flatMap((branch) => [...createdIn(branch.steps)]) : [];
    }),
  );
}
