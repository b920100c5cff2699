/** Listings and literal blocks of AsciiDoc that name no notation, and comments. */
import { lineRanges } from './lines.js';
import type { Line } from './lines.js';
import { styleKind } from './other-diagrams.js';
import type { Range } from './passage.js';

interface Listing {
  readonly ranges: readonly Range[];
  /** The index of the block's last line. */
  readonly last: number;
  readonly end: number;
  /** The delimiter. */
  readonly open: string;
  /** In lower case, or ''. */
  readonly language: string;
  /** Whether the line of its attributes is reported as a diagram already, or no reader sees the block. */
  readonly isReported: boolean;
}

/** The block that begins on a line; null for a line that begins none. A block that is never closed ends with the page. */
export function readListing(lines: readonly Line[], first: number): Listing | null {
  const [delimiter] = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,})(?=\s*$)/.exec(lines[first]?.text ?? '') ?? [];
  if (delimiter === undefined) return null;
  let last = first + 1;
  while (last < lines.length && lines[last]?.text.trimEnd() !== delimiter) last += 1;
  const attributes = attributesAbove(lines, first);
  return {
    ranges: lines.slice(first + 1, last).flatMap(({ start, end, next }) => lineRanges(start, end, next)),
    last,
    end: lines[Math.min(last, lines.length - 1)]?.end ?? 0,
    open: delimiter,
    language: languageOf(attributes),
    isReported: delimiter.startsWith('/') || styleKind(attributes) !== null,
  };
}

/** The line of attributes, which a title may follow; '' for none. */
function attributesAbove(lines: readonly Line[], first: number): string {
  const above = lines.slice(Math.max(0, first - 2), first).map(({ text }) => text.trimEnd());
  const isTitle = /^\.[^\s.]/.test(above.at(-1) ?? '');
  const line = above.at(isTitle ? -2 : -1) ?? '';
  return /^\[.*\]$/.test(line) ? line : '';
}

/** `[source,ruby]`, `[plantuml]`; a style such as `[listing]`, a role or an option names no language. */
function languageOf(attributes: string): string {
  const [, style = '', language = ''] = /^\[\s*([\w-]*)[^,\]]*(?:,\s*([\w-]+)(?=[,\]]))?/.exec(attributes) ?? [];
  if (style === 'source' || style === '') return language.toLowerCase();
  return ['listing', 'literal'].includes(style) ? '' : style.toLowerCase();
}
