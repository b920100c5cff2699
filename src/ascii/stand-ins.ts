/** What stands under the diagram where there is no room in it: who is in which box, who an id is, texts as footnotes. */
import type { Lines, Script, ScriptParticipant } from '../model/script.js';
import type { Below } from './fitted.js';
import { wrapHanging } from './wrap.js';

/** Boxes take columns; a list of who is in which takes none. */
export const boxList = ({ boxes, participants }: Script, width: number): readonly Below[] =>
  boxes.map(({ lines, first, last }): Below => {
    const members = participants.slice(first, last + 1).map((participant) => participant.lines.join(' '));
    return { role: 'box', lines: wrapHanging(`${lines.join(' ') || 'Box'}: ${members.join(', ')}`, width) };
  });

/** Who an id is. */
export const legendEntry = ({ id }: ScriptParticipant, lines: Lines, width: number): Below => ({
  role: 'participant',
  lines: wrapHanging(`${id}: ${lines.join(' ')}`, width, id.length + 2),
});

export const footnoteMark = (number: number): string => `[${number}]`;

export function footnote(mark: string, lines: Lines, width: number): Below {
  const hang = mark.length + 1;
  const told = lines.map((line, index) => (index === 0 ? `${mark} ` : ' '.repeat(hang)) + line);
  return { role: 'note', lines: told.flatMap((line) => wrapHanging(line, width, hang)) };
}
