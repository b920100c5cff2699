import { withoutBreaks } from './escape-markdown.js';

/** The anchors that GitHub gives the headings of a page, in order; each is unique. */
export function headingAnchors(headings: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  for (const heading of headings) {
    const name = anchorOf(heading);
    let free = name;
    for (let count = 1; taken.has(free); count += 1) free = `${name}-${count}`;
    taken.add(free);
  }
  return [...taken];
}

const anchorOf = (heading: string): string =>
  withoutBreaks(heading)
    .replace(/<\/?code>/g, '')
    .replace(/&(?:#\d+|\w+);/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
