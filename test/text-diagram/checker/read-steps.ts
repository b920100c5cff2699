/** Reads the steps in their order, from top to bottom. */
import { endsOf, looseEnd, type LooseEnd } from '../../../src/model/step.js';
import { arm } from '../../../src/text-diagram/glyphs.js';
import { lineOf, type Line } from '../../../src/text-diagram/measure/lines.js';
import { ruleInset, titleInset } from '../../../src/text-diagram/options.js';
import type {
  ScriptFragment,
  ScriptHighlight,
  ScriptMessage,
  ScriptNote,
  ScriptStep,
} from '../../../src/model/script.js';
import type { Rectangle } from './page.js';
import { headHeight, lifelineAt, readHead } from './read-heads.js';
import { widthOf, type Reader } from './reader.js';
import type { Arrow } from '../../../src/model/step.js';

const weightOf = (arrow: Arrow): 'light' | 'dashed' => (arrow.line === 'dotted' ? 'dashed' : 'light');

/** A message that is no more than its arrow and its text. */
const isPlain = (step: ScriptStep | undefined): boolean =>
  step?.kind === 'message' && !step.create && step.destroy === '' && step.notes.length === 0;

export function readSteps(steps: readonly ScriptStep[], reader: Reader, tight = false): void {
  let first = tight;
  let before: ScriptStep | undefined;
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index];
    if (step) reader.met(step);
    if (step?.kind === 'activation') reader.turn(reader.at(step.participant), step.active ? 1 : -1, reader.row);
    if (!step || step.kind === 'activation' || step.kind === 'numbering') continue;
    const isClose = reader.style.inside && step.kind === 'message' && !step.create && isPlain(before);
    if (!first && !isClose) reader.gap();
    first = false;
    before = step;
    if (step.kind === 'message') {
      let opened = step.activate ? 1 : 0;
      for (;;) {
        const next = steps[index + 1];
        if (next?.kind !== 'activation' || !next.active || next.participant !== step.to) break;
        opened += 1;
        index += 1;
        reader.met(next);
      }
      readMessage(step, opened, reader);
    } else if (step.kind === 'note') readNote(step, reader);
    else if (step.kind === 'ref') readNote({ ...step, placement: 'over' }, reader, lineOf('ref'));
    else if (step.kind === 'phase') readPhase(reader.words(step.lines), reader);
    else if (step.kind === 'delay') readDelay(reader.words(step.lines), reader);
    else readFrame(step, reader);
  }
}

function readMessage(message: ScriptMessage, opened: number, reader: Reader): void {
  const { page } = reader;
  const loose = looseEnd(message);
  const [from, to] = endsOf(message).map((id) => reader.at(id)) as [number, number?];
  if (loose) readLoose(message, loose, opened, reader);
  else if (to === undefined) readLoop(message, opened, reader);
  else readArrow(message, opened, reader);
  if (message.deactivate) reader.turn(from, -1, reader.row);
  if (message.destroy !== '') {
    const ended = reader.at(message.destroy);
    page.text(reader.row, reader.column(ended), lineOf(page.glyphs.end), false);
    reader.end(ended, reader.row);
    reader.depths[ended] = 0;
    reader.ended.add(ended);
    reader.row += 1;
  }
  for (const note of message.notes) readNote(note, reader);
}

/** A head at `column`, pointing right for 1 and left for -1. */
function readTip({ head }: Arrow, row: number, column: number, forth: number, { page }: Reader): void {
  if (head === 'open') return;
  page.text(row, column, lineOf(page.glyphs.heads[head][forth > 0 ? 1 : 0]), false);
}

/** The rows above and below a stem that a text takes. */
const rowsBeside = (label: readonly Line[], { style }: Reader): { above: number; below: number } =>
  style.inside ? { above: 0, below: Math.max(0, label.length - 1) } : { above: label.length, below: 0 };

/** The text above a stem, or its number and text in it, and its further lines below. `left` and `right` are outside of the stem. */
function readText(message: ScriptMessage, row: number, left: number, right: number, reader: Reader): void {
  const { page, style } = reader;
  const label = reader.words(message);
  if (!style.inside) {
    if (widthOf(label) > right - left - 1 - 2 * style.textGap)
      page.find(`row ${row}: a label is too near to a lifeline`);
    for (const [index, line] of label.entries()) page.text(row - label.length + index, left + 1 + style.textGap, line);
    return;
  }
  const { leg, said, start } = inStem(message, reader);
  page.text(row, left + 3, leg, false);
  // Further lines are under the text if all of them fit there.
  const below = said.slice(1).every(({ width }) => left + start + width < right) ? start : 3;
  for (const [index, line] of said.entries()) {
    const column = left + (index === 0 ? start : below);
    page.text(row + index, column, line);
    if (column + line.width > right - (index === 0 ? 3 : 1)) page.find(`row ${row}: a label is too near to a lifeline`);
  }
}

/** What stands in a stem; `start`: from the cell before the stem to the text. */
function inStem(message: ScriptMessage, reader: Reader): { leg: Line; said: readonly Line[]; start: number } {
  const isLed = message.lines.length > 0 && /^\S.*\s$/.test(message.prefix);
  const leg = lineOf(isLed ? message.prefix.trimEnd() : '');
  const said = reader.words(isLed ? { ...message, prefix: '' } : message);
  return { leg, said, start: 3 + (isLed ? leg.width + 2 : 1) };
}

/** The cells of a stem that is as long as its text needs. */
function stemWidth(message: ScriptMessage, reader: Reader): number {
  if (!reader.style.inside) return Math.max(6, widthOf(reader.words(message)) + 2 * reader.style.textGap);
  const { said, start } = inStem(message, reader);
  return Math.max(6, ...said.map(({ width }, index) => (index === 0 ? start - 1 + width + 3 : 2 + width + 1)));
}

/** A stem between a lifeline and a circle beside it. */
function readLoose(
  message: ScriptMessage,
  { participant: id, side, isFound }: LooseEnd,
  opened: number,
  reader: Reader,
): void {
  const { page } = reader;
  const participant = reader.at(id);
  const label = reader.words(message);
  const { above, below } = rowsBeside(label, reader);
  const row = reader.row + above;
  const out = side === 'right' ? 1 : -1;
  const before = side === 'right' ? reader.reach(participant) : 0;
  if (opened > 0) reader.turn(participant, opened, row);
  const reach = side === 'right' && isFound ? reader.reach(participant) : before;
  const near = reader.column(participant) + out * reach;
  const far = near + out * (stemWidth(message, reader) + 1);
  page.text(row, far, lineOf(page.glyphs.nowhere), false);
  readText(message, row, Math.min(near, far), Math.max(near, far), reader);
  if (isFound || message.arrow.both) readTip(message.arrow, row, near + out, -out, reader);
  if (!isFound || message.arrow.both) readTip(message.arrow, row, far - out, out, reader);
  const joins = !isFound && reader.style.joined && !message.arrow.both;
  const [from, to] = [joins ? near : near + out, far - out];
  page.level(row, Math.min(from, to), Math.max(from, to), weightOf(message.arrow));
  between(participant, Math.min(near, far), Math.max(near, far), reader);
  reader.row = row + 1 + below;
}

function readArrow(message: ScriptMessage, opened: number, reader: Reader): void {
  const { page } = reader;
  const [from, to] = [reader.at(message.from), reader.at(message.to)];
  const forth = from < to ? 1 : -1;
  const label = reader.words(message);
  const tail = reader.column(from) + (forth === 1 ? reader.reach(from) : 0);
  const height = message.create ? headHeight(to, reader) : 1;
  const above = Math.floor(height / 2);
  const beside = rowsBeside(label, reader);
  const row = reader.row + Math.max(beside.above, above);
  const bottom = row + height - above - 1;
  reader.row = row + 1 + Math.max(beside.below, height - above - 1);
  let tip: number;
  if (message.create) {
    tip = readCreated(to, { row, top: row - above, bottom }, tail, forth, reader);
    reader.depths[to] = opened;
    reader.begin(to, bottom);
    if (opened > 0) reader.show(to, bottom);
  } else {
    if (opened > 0) reader.turn(to, opened, row);
    tip = reader.column(to) + (forth === 1 ? 0 : reader.reach(to));
  }
  const [left, right] = [Math.min(tail, tip), Math.max(tail, tip)];
  readText(message, row, left, right, reader);
  readTip(message.arrow, row, tip - forth, forth, reader);
  if (message.arrow.both) readTip(message.arrow, row, tail + forth, -forth, reader);
  const start = reader.style.joined && !message.arrow.both ? tail : tail + forth;
  page.level(row, Math.min(start, tip - forth), Math.max(start, tip - forth), weightOf(message.arrow));
  reader.contained(left, right);
}

/** Follows the stem to the head that it creates; returns the head's near side. */
function readCreated(
  participant: number,
  rows: { row: number; top: number; bottom: number },
  tail: number,
  forth: number,
  reader: Reader,
): number {
  const { page } = reader;
  const side = page.glyphs.lines.light[arm.up | arm.down];
  const nearest = arm.down | (forth === 1 ? arm.right : arm.left);
  // A text in the stem may hold what looks like the head's side; no text is beside its upper corner then.
  const isNear = (column: number): boolean =>
    reader.style.inside ? page.shows(rows.top, column, nearest, ['light']) : page.cell(rows.row, column) === side;
  let near = tail + forth;
  while (near > 0 && near < page.width && !isNear(near)) near += forth;
  let far = near + forth;
  const corner = arm.down | (forth === 1 ? arm.left : arm.right);
  while (far > 0 && far < page.width && !page.shows(rows.top, far, corner, ['light'])) far += forth;
  const edges: Rectangle = { ...rows, left: Math.min(near, far), right: Math.max(near, far) };
  reader.columns[participant] = lifelineAt(rows.bottom, edges, arm.left | arm.right | arm.down, reader);
  readHead(participant, edges, rows.top, reader);
  reader.contained(edges.left, edges.right);
  return near;
}

function readLoop(message: ScriptMessage, opened: number, reader: Reader): void {
  const { page } = reader;
  const participant = reader.at(message.from);
  const column = reader.column(participant);
  const label = reader.words(message);
  const top = reader.row;
  const leaves = reader.reach(participant);
  const drawn = reader.options.self === 'loop';
  const rows = Math.max(drawn ? 2 : 0, label.length);
  const bottom = top + rows - 1;
  if (opened > 0) reader.turn(participant, opened, drawn ? bottom : top);
  reader.row += rows;
  const returns = reader.reach(participant);
  if (!drawn) {
    readSelfText(participant, label, top, Math.max(leaves, returns), reader);
    return;
  }
  const out = page.cell(top, column + leaves + 1) === ' ' ? -1 : 1;
  const [start, end] = out === 1 ? [column + leaves, column + returns] : [column, column];
  let upright = start + out;
  const corner = arm.down | (out === 1 ? arm.left : arm.right);
  const weight = weightOf(message.arrow);
  while (upright > 0 && upright < page.width && !page.shows(top, upright, corner, [weight])) upright += out;
  const width = widthOf(label);
  const near = width === 0 ? upright : out === 1 ? upright + 2 : upright - 1 - width;
  for (const [index, line] of label.entries()) page.text(top + index, near, line);
  readTip(message.arrow, bottom, end + out, -out, reader);
  if (message.arrow.both) readTip(message.arrow, top, start + out, -out, reader);
  const stem = reader.style.joined && !message.arrow.both ? start : start + out;
  page.level(top, Math.min(stem, upright), Math.max(stem, upright), weight);
  page.level(bottom, Math.min(end + out, upright), Math.max(end + out, upright), weight);
  page.upright(upright, top, bottom, weight);
  between(participant, Math.min(near, upright, column), Math.max(near + width - 1, upright, column), reader);
}

function readSelfText(participant: number, label: readonly Line[], top: number, reach: number, reader: Reader): void {
  const { page } = reader;
  const width = widthOf(label);
  if (width === 0) return;
  const column = reader.column(participant);
  const isLast = participant > 0 && participant === reader.columns.length - 1;
  let left = column + reach + 1 + reader.style.textGap;
  if (isLast) {
    const places = Array.from({ length: column - width }, (_, place) => place);
    const spells = (place: number): boolean =>
      label.every((line, index) => page.reads(top + index, place, line) && page.cell(top + index, place - 1) === ' ');
    left = reader.selfEdge ?? places.findLast(spells) ?? page.fail(`row ${top}: the self-message is not there`);
    reader.selfEdge = left;
    reader.selfEnd = Math.max(reader.selfEnd, left + width);
  }
  for (const [index, line] of label.entries()) page.text(top + index, left, line);
  between(participant, Math.min(left, column), Math.max(left + width - 1, column), reader);
}

/** These columns are clear of all other lifelines that are there. */
function between(participant: number, left: number, right: number, reader: Reader): void {
  for (const other of reader.alive) {
    if (other === participant) continue;
    const column = reader.column(other);
    if (column + reader.reach(other) >= left - 1 && column <= right + 1)
      reader.page.find(`row ${reader.row}: something of participant ${participant} covers another's lifeline`);
  }
  reader.contained(left, right);
}

type Noted = Pick<ScriptNote, 'placement' | 'participants' | 'lines'>;

function readNote(note: Noted, reader: Reader, tag = lineOf('')): void {
  const { page } = reader;
  const lines = reader.words(note.lines);
  const top = reader.row;
  const bottom = top + lines.length + 1;
  const { left, right } = reader.corners(top, 'light');
  const width = widthOf(lines);
  if (width > right - left - 3) page.find(`row ${top}: a note is too narrow`);
  const start = left + 1 + Math.floor((right - left - 1 - width) / 2);
  for (const [index, line] of lines.entries()) page.text(top + 1 + index, start, line);
  page.text(top, left + titleInset(reader.style), tag);
  const edges = { left, right, top, bottom };
  page.box(edges);
  reader.boxes.push(edges);
  reader.row = bottom + 1;
  const ends = note.participants.map((id) => reader.at(id)).sort((one, other) => one - other);
  const [first, last] = [ends[0] ?? 0, ends.at(-1) ?? 0];
  const [near, far] = [reader.column(first), reader.column(last) + reader.reach(last)];
  const stands = {
    left: right <= near - 2,
    right: left >= far + 2,
    over: left <= near - 2 && right >= far + 2,
  }[note.placement];
  if (!stands) page.find(`row ${top}: a note is not ${note.placement} its lifeline`);
  if (first === last) between(first, left, right, reader);
  else reader.contained(left, right);
}

/** A rule across the diagram, or a light one inside the innermost frame, with a title in it. */
function readPhase(title: readonly Line[], reader: Reader): void {
  const { page, row } = reader;
  const frame = reader.frames.at(-1);
  const [left, right] = frame ? [frame.left + 2, frame.right - 2] : [0, page.end(row)];
  const inset = frame ? ruleInset.inside : ruleInset.across;
  for (const [index, line] of title.entries()) page.text(row + index, left + inset, line);
  if (left + inset + widthOf(title) > right) page.find(`row ${row}: a phase's title reaches over the end of its rule`);
  if (!frame && reader.alive.some((participant) => reader.column(participant) + reader.reach(participant) > right))
    page.find(`row ${row}: the rule of a phase does not reach across the diagram`);
  page.level(row, left, right, frame ? 'light' : 'rule');
  reader.row += Math.max(1, title.length);
}

/** Words in the middle of the frame or the diagram, while lifelines are broken. */
function readDelay(words: readonly Line[], reader: Reader): void {
  const { page, row } = reader;
  const frame = reader.frames.at(-1);
  const width = widthOf(words);
  const columns = frame
    ? [frame.left + Math.floor((frame.right - frame.left + 1 - width) / 2)]
    : Array.from({ length: page.width }, (_, column) => column);
  const found = columns.find((column) => words.every((line, index) => page.reads(row + 1 + index, column, line)));
  for (const [index, line] of words.entries()) page.text(row + 1 + index, found ?? 0, line);
  if (frame) reader.contained(found ?? 0, (found ?? 0) + width - 1);
  reader.row += words.length + 2;
  reader.breakLifelines(row, reader.row - 1);
}

const keywords = { alt: 'else', opt: '', loop: '', par: 'and', critical: 'option', break: '', group: '' };

function readFrame(step: ScriptFragment | ScriptHighlight, reader: Reader): void {
  const { page } = reader;
  const top = reader.row;
  const weight = step.kind === 'highlight' ? 'dashed' : 'light';
  const { left, right } = reader.corners(top, weight);
  reader.contained(left, right);
  const branches = step.kind === 'fragment' ? step.branches : [{ lines: [], steps: step.steps }];
  reader.frames.push({ left, right });
  const before = [...reader.depths];
  const ended = new Set(reader.ended);
  for (const [index, branch] of branches.entries()) {
    const row = reader.row;
    reader.revive(ended, row);
    reader.restore(before);
    if (step.kind === 'highlight') readRegionMark(step.lines, left, reader);
    else
      readTitle(
        index === 0 && step.type !== 'group' ? step.type : keywords[step.type],
        branch.lines,
        left,
        right,
        reader,
      );
    if (index > 0) page.level(row, left, right, 'dashed');
    readSteps(branch.steps, reader, !reader.style.airy);
    if (reader.style.airy) reader.gap();
  }
  reader.frames.pop();
  page.frame({ left, right, top, bottom: reader.row }, weight);
  reader.revive(ended, reader.row);
  reader.row += 1;
}

function readRegionMark(lines: readonly string[], left: number, reader: Reader): void {
  const words = reader.words(lines);
  for (const [index, line] of words.entries())
    reader.page.text(reader.row + index, left + titleInset(reader.style), line);
  reader.row += Math.max(1, words.length);
}

function readTitle(keyword: string, label: readonly string[], left: number, right: number, reader: Reader): void {
  const { page } = reader;
  const lines = reader.words(label);
  const row = reader.row;
  const inset = titleInset(reader.style);
  if (keyword === '' || widthOf(lines) === 0) {
    const title = keyword === '' ? lines : [lineOf(keyword)];
    for (const [index, line] of title.entries()) page.text(row + index, left + inset, line);
    reader.row += Math.max(1, title.length);
    return;
  }
  for (const [index, { text }] of lines.entries()) {
    const before = index === 0 ? `${keyword} [` : ' '.repeat(keyword.length + 2);
    const line = lineOf(before + text + (index === lines.length - 1 ? ']' : ''));
    page.text(row + index, left + inset, line);
    if (left + inset + line.width > right - 2) page.find(`row ${row}: a branch's label reaches out of its frame`);
  }
  reader.row += lines.length;
}
