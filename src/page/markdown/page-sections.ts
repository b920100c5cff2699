/**
 * Splits a printed page into its sections. It reads the page, because a user's templates may print other headings than ours.
 */
import { cutEnds } from '../../source/index.js';
import { deepestHeading } from '../dialect.js';
import { headingAnchors } from './heading-anchors.js';

interface PageParts {
  /** The page below its title. */
  readonly whole: string;
  /** Sections without their headings, by the headings' anchors on GitHub. */
  readonly sections: ReadonlyMap<string, string>;
}

/** The language of the page is that of its document there. */
const frontMatter = /^---\n[^]*?\n---\n+/;

interface Line {
  readonly text: string;
  /** The depth of a heading; 0 for any other line. */
  readonly depth: number;
}

/** `depth`: of the heading above the text; the text's own headings become deeper. */
export function readPage(page: string, depth: number): PageParts {
  const lines = readLines(page.replace(frontMatter, '').trimEnd());
  const headings = lines.flatMap((line, index) => (line.depth < 2 ? [] : [{ ...line, index }]));
  const anchors = headingAnchors(headings.map(({ text }) => text.replace(/^#+\s*/, '')));
  const sections = headings.map((heading, at): readonly [string, string] => {
    const next = lines.findIndex(
      (line, index) => index > heading.index && line.depth > 0 && line.depth <= heading.depth,
    );
    const inside = lines.slice(heading.index + 1, next === -1 ? undefined : next);
    return [anchors[at] ?? '', printLines(inside, depth - heading.depth)];
  });
  return { whole: printLines(lines.slice(1), depth - 1), sections: new Map(sections) };
}

/** Ignores headings inside of code. */
function readLines(page: string): readonly Line[] {
  let fence: string | null = null;
  return page.split('\n').map((text) => {
    const [, marks] = /^(`{3,})/.exec(text) ?? [];
    if (fence === null && marks === undefined) return { text, depth: /^#{1,6}(?= )/.exec(text)?.[0].length ?? 0 };
    if (fence === null) fence = marks ?? null;
    else if (text === fence) fence = null;
    return { text, depth: 0 };
  });
}

function printLines(lines: readonly Line[], deeper: number): string {
  const printed = lines
    .map(({ text, depth }) =>
      depth === 0 ? text : '#'.repeat(Math.min(depth + deeper, deepestHeading)) + text.slice(depth),
    )
    .join('\n');
  return cutEnds(printed, '\n');
}
