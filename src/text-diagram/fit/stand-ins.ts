/** What stands under the diagram where there is no room in it: who is in which box, who an id is, texts as footnotes. */
import type { Lines, Script, ScriptParticipant } from '../../model/index.js';
import type { Below, Fitted } from '../measure/index.js';
import { wrapHanging } from './wrap.js';

/** Boxes take columns; a list of who is in which takes none. */
export const boxList = ({ boxes, participants }: Script, width: number): readonly Below[] =>
  boxes.map(({ lines, first, last }): Below => {
    const members = participants.slice(first, last + 1).map((participant) => participant.lines.join(' '));
    return { role: 'box', lines: wrapHanging(`${lines.join(' ') || 'Box'}: ${members.join(', ')}`, width) };
  });

/** Who an id is, and of what shape. */
export const legendEntry = ({ id }: ScriptParticipant, lines: Lines, mark: string, width: number): Below => ({
  role: 'participant',
  lines: wrapHanging(`${id}: ${[...lines, mark].join(' ').trimEnd()}`, width, id.length + 2),
});

export const footnoteMark = (name: string): string => `[${name}]`;

/** a, b … z, aa: of footnotes for what has no number. */
const footnoteLetters = (count: number): string =>
  count <= 26
    ? String.fromCharCode(96 + count)
    : footnoteLetters(Math.floor((count - 1) / 26)) + footnoteLetters(((count - 1) % 26) + 1);

/** Names footnotes: by the numbers of their messages, the others by letters. */
export class FootnoteNames {
  readonly #used: Set<string>;
  readonly #most: number;
  #letters = 0;

  /** @param texts of the script: none of them may be taken for a footnote's name */
  constructor(texts: readonly { readonly lines: Lines }[]) {
    this.#most = Math.max(1, texts.length);
    const said = texts.flatMap(({ lines }) => [...lines, lines.join('')]);
    this.#used = new Set(said.map((line) => /^\s*\[?(\w{1,3})\]?\s*$/.exec(line)?.[1] ?? ''));
  }

  /** The mark that a text would have, at its widest, before anything is named: which letters it gets depends on those before it. */
  widestMark(number: string): string {
    return footnoteMark(number === '' ? footnoteLetters(this.#most) : number);
  }

  /** Numbers can start again: a number that is taken is as good as none. */
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
      lines: wrapHanging(`${lines.join(' ')}: ${label} ${url}`, width),
    })),
  );

/** As wide as it comes. */
export const unfitted = (script: Script): Fitted => ({ ...script, below: linksOf(script, Infinity) });
