/** Cuts a flow's page into its sections. */

export interface PageParts {
  /** Below the title. */
  readonly whole: string;
  /** Without their own headings, by the names that GitHub gives these as anchors. */
  readonly sections: ReadonlyMap<string, string>;
}

interface Line {
  readonly text: string;
  /** Of a heading; 0 for any other line. */
  readonly depth: number;
}

/** `depth`: of the heading that the text will stand under; its own are deeper. */
export function readPage(page: string, depth: number): PageParts {
  const lines = readLines(page.trimEnd());
  const sections = new Map<string, string>();
  lines.forEach((line, index) => {
    if (line.depth < 2) return;
    const next = lines.findIndex((other, at) => at > index && other.depth > 0 && other.depth <= line.depth);
    const inside = lines.slice(index + 1, next === -1 ? undefined : next);
    sections.set(freeName(anchorOf(line.text), sections), printLines(inside, depth - line.depth));
  });
  return { whole: printLines(lines.slice(1), depth - 1), sections };
}

/** What looks like a heading in code is none. */
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

/** HTML has six depths of headings. */
const deepest = 6;

function printLines(lines: readonly Line[], deeper: number): string {
  return lines
    .map(({ text, depth }) => (depth === 0 ? text : '#'.repeat(Math.min(depth + deeper, deepest)) + text.slice(depth)))
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

const anchorOf = (heading: string): string =>
  heading
    .replace(/^#+\s*/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

function freeName(name: string, taken: ReadonlyMap<string, string>): string {
  let free = name;
  for (let count = 1; taken.has(free); count += 1) free = `${name}-${count}`;
  return free;
}
