/** Text that does not fit moves below the diagram: the participants of boxes, the labels of ids, texts as footnotes. */
import type { Lines, Script } from '../../model/index.js';
import { joinLines } from '../../source/index.js';
import type { Below, Fitted } from '../measure/index.js';
import { widthOf } from '../cells.js';
import { humpsOf } from './pieces.js';
import { wrapHanging } from './wrap.js';

/** Boxes take columns; a list of their participants takes none. */
export const boxList = ({ boxes, participants, unnamedBox }: Script, width: number): readonly Below[] =>
  boxes.map(({ lines, first, last }): Below => {
    const members = participants.slice(first, last + 1).map((participant) => joinLines(participant.lines));
    const title = joinLines(lines) || unnamedBox;
    // A box is often named after the only participant that it has.
    const said = members.length === 1 && members[0] === title ? title : `${title}: ${members.join(', ')}`;
    return { role: 'box', lines: wrapHanging(said, width) };
  });

/** What a head does not say: the name behind an id, the name of a shape. `head`: its lines. */
export const legendEntry = (head: Lines, rest: readonly string[], width: number): Below => {
  const name = head.join(' ');
  const said = rest.filter((text) => text !== '').join(' ');
  return { role: 'participant', lines: wrapHanging(`${name}: ${said}`, width, Math.min(widthOf(name) + 2, 8)) };
};

/** A short name for each participant: its id, or the initials of an id that is a name itself. No two are the same. */
export function shortNames({ participants }: Script): readonly string[] {
  const ids = participants.map(({ id }) => id);
  const initials = ids.map(initialsOf);
  const said = participants.map(({ lines }) => joinLines(lines));
  const isOnly = (name: string, index: number): boolean =>
    [ids, initials, said].every((names) => names.every((other, at) => at === index || other !== name));
  return ids.map((id, index) => {
    const name = initials[index] ?? '';
    return name.length > 1 && isOnly(name, index) ? name : id;
  });
}

/** The first letters of the words in an id of several words. */
const initialsOf = (id: string): string =>
  id.length <= longestId
    ? ''
    : humpsOf(id)
        .map((hump) => hump.charAt(0).toUpperCase())
        .join('');

/** An id of up to this length is short. */
const longestId = 4;

export const footnoteMark = (name: string): string => `[${name}]`;

/** Letters for footnotes of texts without a number: a, b … z, aa. */
const footnoteLetters = (count: number): string =>
  count <= 26
    ? String.fromCharCode(96 + count)
    : footnoteLetters(Math.floor((count - 1) / 26)) + footnoteLetters(((count - 1) % 26) + 1);

/** Names footnotes by the numbers of their messages, others by letters. */
export class FootnoteNames {
  readonly #used: Set<string>;
  readonly #most: number;
  #letters = 0;

  /** @param texts the texts of the script, none of which may look like a footnote's name */
  constructor(texts: readonly { readonly lines: Lines }[]) {
    this.#most = Math.max(1, texts.length);
    const said = texts.flatMap(({ lines }) => [...lines, lines.join('')]);
    this.#used = new Set(said.map((line) => /^\s*\[?(\w{1,3})\]?\s*$/.exec(line)?.[1] ?? ''));
  }

  /** The widest mark that a text could get. Computed before naming, because letters depend on earlier footnotes. */
  widestMark(number: string): string {
    return footnoteMark(number === '' ? footnoteLetters(this.#most) : number);
  }

  /** Numbering can restart: a number that is taken counts as none. */
  next(number: string): string {
    let name = number;
    while (name === '' || this.#used.has(name)) name = footnoteLetters((this.#letters += 1));
    this.#used.add(name);
    return name;
  }
}

export function footnote(mark: string, lines: Lines, width: number): Below {
  const hang = mark.length + 1;
  const told = lines.map((line, index) => (index === 0 ? `${mark} ` : ' '.repeat(hang)) + line);
  return { role: 'note', lines: told.flatMap((line) => wrapHanging(line, width, hang)) };
}

export const linksOf = ({ participants }: Script, width: number): readonly Below[] =>
  participants.flatMap(({ lines, links }) =>
    links.map(({ label, url }): Below => ({
      role: 'link',
      lines: wrapHanging(`${joinLines(lines)}: ${label} ${url}`, width),
    })),
  );

/** A script without a width limit. */
export const unfitted = (script: Script): Fitted => ({ ...script, below: linksOf(script, Infinity), spacing: 'usual' });
