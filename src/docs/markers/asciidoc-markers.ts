/** Finds markers in AsciiDoc: line comments outside of verbatim blocks. */
import type { Diagnostic, Source } from '../../source/index.js';
import { readMarkerText, TABLE } from './marker.js';
import type { FoundMarkers, Heading } from './markdown-markers.js';
import type { Marker } from './marker.js';
import { deadMarker } from './mistakes.js';

/** Delimiters of listing, literal, passthrough and comment blocks, and of fenced code. */
const delimiter = /^(-{4,}|\.{4,}|\+{4,}|\/{4,}|```[\w-]*)[ \t]*$/;

/** Delimiters of tables, whose cells end at each bar. */
const table = /^\|={3,}[ \t]*$/;

export function findAsciidocMarkers(source: Source): FoundMarkers {
  const markers: Marker[] = [];
  const headings: Heading[] = [];
  const diagnostics: Diagnostic[] = [];
  let open: string | null = null;
  let container = '';
  for (const { 0: line, index } of source.text.matchAll(/[^\r\n]+/g)) {
    const [, mark] = delimiter.exec(line) ?? [];
    if (mark !== undefined && (open === null || open === mark)) open = open === null ? closingOf(mark) : null;
    if (open === null && table.test(line)) container = container === '' ? `${TABLE}@${index}` : '';
    const depth = open === null ? (/^={1,6}(?=[ \t]+\S)/.exec(line)?.[0].length ?? 0) : 0;
    if (depth > 0) headings.push({ offset: index, depth });
    const read = line.startsWith('//') ? readMarkerText(line.slice(2)) : null;
    if (!read) continue;
    const span = { source, start: index, end: index + line.trimEnd().length };
    if (open === null) markers.push({ ...read, span, prefix: '', container });
    else if (open.startsWith('/') && read.edge === 'begin') diagnostics.push(deadMarker(span, 'a comment'));
  }
  return { markers, headings, diagnostics };
}

const closingOf = (mark: string): string => (mark.startsWith('`') ? '```' : mark);
