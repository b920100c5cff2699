/** Finds markers in AsciiDoc: line comments outside of verbatim blocks. */
import type { Diagnostic, Source } from '../../source/index.js';
import { readMarkerText, TABLE } from './marker.js';
import type { FoundMarkers, Heading } from './markdown-markers.js';
import type { Marker } from './marker.js';
import { deadMarker, markerInCell } from './mistakes.js';

/** Delimiters of listing, literal, passthrough and comment blocks, and of fenced code. */
const delimiter = /^(-{4,}|\.{4,}|\+{4,}|\/{4,}|```[\w-]*)[ \t]*$/;

/** Delimiters of tables, whose cells end at each bar. */
const table = /^\|={3,}[ \t]*$/;

/** Whether a table's attributes give a column the style of AsciiDoc: `[cols="1,3a"]`. */
const hasBlocks = (attributes: string): boolean => /\bcols="[^"]*a(?=[,"])/.test(attributes);

/** The table around a line: only cells of the style `a` have blocks, and other cells show a marker's block as text. */
interface OpenTable {
  readonly container: string;
  readonly hasBlocks: boolean;
  /** Of the last cell. */
  style: string;
}

export function findAsciidocMarkers(source: Source): FoundMarkers {
  const markers: Marker[] = [];
  const headings: Heading[] = [];
  const diagnostics: Diagnostic[] = [];
  let open: string | null = null;
  let around: OpenTable | null = null;
  let attributes = '';
  for (const { 0: line, index } of source.text.matchAll(/[^\r\n]+/g)) {
    const [, mark] = delimiter.exec(line) ?? [];
    if (mark !== undefined && (open === null || open === mark)) open = open === null ? closingOf(mark) : null;
    if (open === null && table.test(line))
      around = around ? null : { container: `${TABLE}@${index}`, hasBlocks: hasBlocks(attributes), style: '' };
    else if (around) around.style = lastStyle(line) ?? around.style;
    if (!/^\.[^\s.]/.test(line)) attributes = /^\[.*\][ \t]*$/.test(line) ? line : '';
    const depth = open === null ? (/^={1,6}(?=[ \t]+\S)/.exec(line)?.[0].length ?? 0) : 0;
    if (depth > 0) headings.push({ offset: index, depth });
    const read = line.startsWith('//') ? readMarkerText(line.slice(2)) : null;
    if (!read) continue;
    const span = { source, start: index, end: index + line.trimEnd().length };
    if (open === null && around && !isForBlocks(around)) {
      if (read.edge === 'begin') diagnostics.push(markerInCell(span));
    } else if (open === null) markers.push({ ...read, span, prefix: '', container: around?.container ?? '' });
    else if (open.startsWith('/') && read.edge === 'begin') diagnostics.push(deadMarker(span, 'a comment'));
  }
  return { markers, headings, diagnostics };
}

/** The style of the last cell that begins on a line: `2+a|`; null where none begins. A bar after a backslash is text. */
function lastStyle(line: string): string | null {
  const masked = line.replaceAll(String.raw`\|`, '  ');
  const bar = masked.lastIndexOf('|');
  return bar === -1 ? null : (/(?:^|[ \t\d.+*<^>])([a-z])$/.exec(masked.slice(0, bar))?.[1] ?? '');
}

const isForBlocks = ({ style, hasBlocks: isColumn }: OpenTable): boolean => style === 'a' || (style === '' && isColumn);

const closingOf = (mark: string): string => (mark.startsWith('`') ? '```' : mark);
