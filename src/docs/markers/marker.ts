/**
 * Markers: the two lines around a block, in a form that readers of the document do not see.
 *
 *     [//]: # "authflow:begin flows/login.yaml format=text"
 *     [//]: # "authflow:end checksum=3f2a9c1b7d80"
 */
import { withLineFeeds } from '../../source/index.js';
import type { Span } from '../../source/index.js';
import type { DocumentKind } from './document-kind.js';

export interface Marker {
  readonly edge: 'begin' | 'end';
  /** The marker itself, without the prefix of a list or quote. */
  readonly span: Span;
  /** What follows `authflow:begin` or `authflow:end`, with the document's escapes undone. */
  readonly words: string;
  /** The prefix of each line of the block: the marks of quotes, the indentation of lists. */
  readonly prefix: string;
  /** Names the quote and the list item around it, in AsciiDoc the table; '' for none. */
  readonly container: string;
}

/** The name of a table as a container. */
export const TABLE = 'table';

/** Every document with a block contains this, so documents without it are skipped cheaply. */
export const MARK = 'authflow:';

/** A marker's text, alone. */
const markerText = /^\s*authflow:(begin|end)(?![\w-])([^]*)$/;

/** Reads the text between a marker's brackets or quotes; null for any other text. */
export function readMarkerText(text: string): Pick<Marker, 'edge' | 'words'> | null {
  const [, edge, words = ''] = markerText.exec(text) ?? [];
  return edge === 'begin' || edge === 'end' ? { edge, words: words.trim() } : null;
}

/** Keeps the marks of quotes, and replaces those of list items by the indentation that they require (CommonMark §5.2). */
export const blockPrefix = (before: string): string => before.replace(/[^>\s]/g, ' ');

export interface Word {
  readonly name: string;
  /** Null for a word without `=`. */
  readonly value: string | null;
}

/** Reads `name=value`, with quotes around values with spaces. */
export function readWords(words: string): readonly Word[] {
  const found = withLineFeeds(words).match(/(?:[^\s"']|"[^"]*"|'[^']*')+|["']/g) ?? [];
  return found.map((word) => {
    const plain = word.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? '');
    const equals = plain.indexOf('=');
    return equals === -1
      ? { name: plain, value: null }
      : { name: plain.slice(0, equals), value: plain.slice(equals + 1) };
  });
}

/** Quotes a value if needed; in single quotes, because double ones are around the marker. */
export const quoteValue = (value: string): string =>
  /^[^\s"']+$/.test(value) ? value : `'${value.replaceAll("'", `'"'"'`)}'`;

/** The same end marker, with a checksum. */
export const sealMarker = (marker: string, checksum: string): string =>
  marker.replace(/authflow:end(?:[ \t]+\w[\w=]*)*/, `authflow:end checksum=${checksum}`);

/** Both markers, in a form that readers never see (tested: GitHub, MDX 3, Prettier). */
export function emptyBlock(words: string, kind: DocumentKind): readonly string[] {
  if (kind === 'asciidoc') return [`// ${MARK}begin ${words}`, `// ${MARK}end`];
  const title = words.replace(/["\\]|&(?=#?\w+;)/g, String.raw`\$&`);
  return [`[//]: # "${MARK}begin ${title}"`, '', `[//]: # "${MARK}end"`];
}
