/** Finds begin markers in texts where they do nothing, which their author may not see. */
import type { Comment } from './comments.js';
import { MARK } from './marker.js';

const begin = new RegExp(`${MARK}begin(?![\\w-])`, 'g');

/** The beginning of a definition of a link, up to the quote before its title. */
const definition = /(?<!\S)\[[^[\]\n]*\]:[ \t]*\S+[ \t]+["'(]$/;

/** Offsets of the markers, from the beginning of the comment or definition on. */
export function deadMarkers(text: string): readonly Pick<Comment, 'start' | 'end'>[] {
  let from = 0;
  return [...text.matchAll(begin)].flatMap(({ index, 0: { length } }) => {
    const before = text.slice(from, index).trimEnd();
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const mark = ['<!--', '{/*'].find((each) => before.endsWith(each)) ?? definition.exec(line)?.[0];
    const start = from + before.length - (mark?.length ?? 0);
    from = index;
    return mark === undefined ? [] : [{ start, end: index + length }];
  });
}
