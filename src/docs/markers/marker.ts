/**
 * Markers: the two lines that a block stands between, in a form that the reader of the document does not see.
 *
 *     [//]: # "authflow:begin flows/login.yaml format=text"
 *     [//]: # "authflow:end checksum=3f2a9c1b7d80"
 */
import type { Span } from '../../source/index.js';
import type { DocumentKind } from './document-kind.js';

export interface Marker {
  readonly edge: 'begin' | 'end';
  /** The marker itself, without what a list or a quote puts in front of it. */
  readonly span: Span;
  /** What follows `authflow:begin` or `authflow:end`, as it reads once the document's escapes are undone. */
  readonly words: string;
  /** Stands in front of each line of the block: the marks of quotes, the indentation of lists. */
  readonly prefix: string;
  /** Names the quote and the list item that it stands in; '' for none. */
  readonly container: string;
}

/** What every document that holds a block holds: a look at it costs nothing beside reading the document. */
export const MARK = 'authflow:';

/** A marker's text, alone. */
const markerText = /^\s*authflow:(begin|end)(?![\w-])([^]*)$/;

/** Reads what stands between a marker's brackets or quotes; null for any other text. */
export function readMarkerText(text: string): Pick<Marker, 'edge' | 'words'> | null {
  const [, edge, words = ''] = markerText.exec(text) ?? [];
  return edge === 'begin' || edge === 'end' ? { edge, words: words.trim() } : null;
}

/** The marks of quotes stay, and those of list items become the indentation that they ask for (CommonMark §5.2). */
export const blockPrefix = (before: string): string => before.replace(/[^>\s]/g, ' ');

export interface Word {
  readonly name: string;
  /** Null for a word without `=`. */
  readonly value: string | null;
}

/** `name=value`, with quotes around what holds spaces. */
export function readWords(words: string): readonly Word[] {
  const found = words.match(/(?:[^\s"']|"[^"]*"|'[^']*')+|["']/g) ?? [];
  return found.map((word) => {
    const plain = word.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? '');
    const equals = plain.indexOf('=');
    return equals === -1
      ? { name: plain, value: null }
      : { name: plain.slice(0, equals), value: plain.slice(equals + 1) };
  });
}

/** Quoted where it must be; single quotes, since double ones stand around the marker. */
export const quoteValue = (value: string): string => (/^[^\s"']+$/.test(value) ? value : `'${value}'`);

/** The same end marker, with a checksum. */
export const sealMarker = (marker: string, checksum: string): string =>
  marker.replace(/authflow:end(?:[ \t]+\w[\w=]*)*/, `authflow:end checksum=${checksum}`);

/** Both markers, in the form that readers never see (tried: GitHub, MDX 3, Prettier). */
export function emptyBlock(words: string, kind: DocumentKind): readonly string[] {
  if (kind === 'asciidoc') return [`// ${MARK}begin ${words}`, `// ${MARK}end`];
  const title = words.replace(/["\\]/g, String.raw`\$&`);
  return [`[//]: # "${MARK}begin ${title}"`, '', `[//]: # "${MARK}end"`];
}
