/** Everything that the script says is there, whole, and in its place. */
import { messageLines, type Script, type ScriptMessage, type ScriptParticipant } from '../../../src/model/script.js';
import { textWidth } from '../../../src/scene/type/text-width.js';
import { doMeet, tell, wordsOf, type DrawnText, type Group, type Picture } from './drawn.js';
import type { Telling, Told } from './script-steps.js';

/** Lines may be broken at blanks, and blanks are kept as no-break spaces. */
const squeezed = (lines: readonly string[]): string => lines.join('').replaceAll(/\s/g, '');

const said = (texts: readonly DrawnText[]): string => squeezed(texts.map(({ item }) => wordsOf(item)));

export function checkWords(picture: Picture, script: Script, { told }: Telling): readonly string[] {
  return [
    ...checkWidths(picture),
    ...told.flatMap((each, index) => checkGroup(each, picture.scene.steps[index] ?? 'under', picture)),
    ...checkSame('the heading', script.heading, said(picture.textsOf('heads', 'heading'))),
    ...checkBoxes(picture, script),
    ...script.participants.flatMap((one) => checkNames(one, picture)),
  ];
}

const checkSame = (what: string, lines: readonly string[], found: string): readonly string[] =>
  found === squeezed(lines) ? [] : [`${what} says "${found}", not "${squeezed(lines)}"`];

/** The layout counts on the widths of the texts. */
const checkWidths = ({ texts }: Picture): readonly string[] =>
  texts
    // An emoji in place of a glyph has the glyph's size.
    .filter(({ item }) => item.role !== 'glyph' && Math.abs(item.width - measuredWidth(item)) > 0.05)
    .map((text) => `the width of ${tell(text)} is ${text.item.width}, not ${measuredWidth(text.item)}`);

const measuredWidth = ({ runs, font, size }: DrawnText['item']): number =>
  runs.reduce(
    (sum, { text, isBold }) => sum + textWidth(text, font === 'mono' ? 'mono' : isBold ? 'bold' : 'regular', size),
    0,
  );

function checkGroup(told: Told, group: Group, picture: Picture): readonly string[] {
  const where = `${told.kind} ${told.step.step}`;
  const words = (...roles: readonly string[]): string => said(picture.textsOf(group, ...roles));
  switch (told.kind) {
    case 'message':
      return [
        ...checkMessage(where, told.step, words),
        ...checkSame(
          `a note of ${where}`,
          told.hung.flatMap(({ lines }) => lines),
          words('note'),
        ),
      ];
    case 'note':
      return checkSame(where, told.step.lines, words('note'));
    case 'branch':
      return [
        ...checkSame(`the operator of ${where}`, [told.branch.operator], words('operator')),
        ...checkSame(`the label of ${where}`, told.branch.lines, words('branch')),
      ];
    case 'ref':
      return [
        ...checkSame(`the operator of ${where}`, [told.step.operator], words('operator')),
        ...checkSame(where, told.step.lines, words('ref')),
      ];
    case 'phase':
      return checkSame(where, told.step.lines, words('phase'));
    case 'delay':
      return checkSame(where, told.step.lines, words('delay'));
    case 'region':
      return [];
  }
}

/** The number is a badge of its own, or stands in front of the label. */
function checkMessage(
  where: string,
  step: ScriptMessage,
  words: (...roles: readonly string[]) => string,
): readonly string[] {
  const number = words('number');
  if (number === '') return checkSame(`the label of ${where}`, messageLines(step), words('label'));
  return [
    ...checkSame(`the number of ${where}`, [step.shownNumber], number),
    ...checkSame(`the label of ${where}`, messageLines({ ...step, prefix: '' }), words('label')),
  ];
}

function checkBoxes(picture: Picture, { boxes }: Script): readonly string[] {
  const titles = picture.textsOf('heads', 'zone-title');
  return checkSame(
    'the titles of boxes',
    boxes.flatMap(({ lines }) => lines),
    said(titles),
  );
}

/**
 * Every head, and wherever the name is repeated, says the whole label. A glyph can stand for an emoji at its start. The first head
 * also names its links, if there are several.
 */
function checkNames({ id, lines, links }: ScriptParticipant, picture: Picture): readonly string[] {
  const names = picture.texts
    .filter(({ item }) => item.role === 'name' && item.participant === id)
    .toSorted((one, other) => one.item.y - other.item.y);
  const label = squeezed(lines);
  const [, ...rest] = Array.from(segmenter.segment(label), ({ segment }) => segment);
  const linked = links.length > 1 ? squeezed(links.map((link) => link.label)) : '';
  const heads = picture.withRole('head').filter(({ item }) => item.kind === 'rect' && item.participant === id);
  const inHeads = heads
    .toSorted((one, other) => one.box.top - other.box.top)
    .map(({ box }) => said(names.filter((name) => doMeet(name.box, box))));
  const between = said(names.filter((name) => !heads.some(({ box }) => doMeet(name.box, box))));
  const isWhole = [label, rest.join('')].some(
    (name) => inHeads.every((text, index) => text === name + (index === 0 ? linked : '')) && isRepeated(between, name),
  );
  return isWhole ? [] : [`the names of ${id} are ${JSON.stringify([...inHeads, between])}, not "${label}"`];
}

const segmenter = new Intl.Segmenter('en');

const isRepeated = (text: string, part: string): boolean =>
  text === '' || (part !== '' && text === part.repeat(text.length / part.length));
