/** Reads from the words of its begin marker what a block shows. */
import { readPaper, readThemes } from '../model/index.js';
import type { ThemePair } from '../model/index.js';
import { unknownName } from '../source/index.js';
import type { Diagnostic, Report, Span } from '../source/index.js';
import { ownEmbeddings } from './embedding.js';
import type { Embedding, Embeddings } from './embedding.js';
import { readWords } from './markers/index.js';
import type { Marker, Word } from './markers/index.js';

const pictureForms = ['html', 'docusaurus', 'markdown'] as const;
const pictureTypes = ['svg', 'png'] as const;

/** Used in place of a flow, for a block that shows a part of authflow's manual. */
const AUTHFLOW = 'authflow';

export interface Citation {
  /** The place of the begin marker. */
  readonly span: Span;
  /** The flow file, relative to the document, or the id of a shipped flow. */
  readonly source: string;
  /** The part of authflow's manual that is shown in place of a flow: a command or a table; '' for the general help. */
  readonly help: string | null;
  /** The name of an output, `picture` or `yaml`. */
  readonly format: string;
  readonly embedding: Embedding;
  /** The page's section; null for the whole page. */
  readonly section: string | null;
  /** The id of a step or the name of a phase, to which the diagram is limited; null for the whole flow. */
  readonly step: string | null;
  readonly picture: (typeof pictureForms)[number];
  readonly type: (typeof pictureTypes)[number];
  /** The paper for which the picture is cut into parts, as it is written; null for the whole picture. */
  readonly fit: string | null;
  /** Whether the flow in sentences is under its picture. */
  readonly isDescribed: boolean;
  /** Replaces the flow's title and summary. */
  readonly alt: string | null;
  readonly set: Readonly<Record<string, string>>;
  readonly theme: ThemePair | null;
  /** Null for the project's charset. */
  readonly charset: 'unicode' | 'ascii' | null;
  /** The columns of a text diagram, or the pixels of a picture; null for the project's width, or the picture's own. */
  readonly width: number | null;
  /** How AsciiDoc gets Mermaid: as source code, or for its diagram extension. */
  readonly block: 'source' | 'diagram';
  /** The line that begins the block in place of the usual one: `::: mermaid`; in AsciiDoc, its attributes: `[mermaid,login]`. */
  readonly fence: string | null;
}

type Draft = { -readonly [Name in keyof Citation]: Citation[Name] };

/** Null, with a diagnostic, where a word is invalid. `outputs`: those that a block can show. */
export function readCitation({ words, span }: Marker, outputs: Embeddings, report: Report): Citation | null {
  const embeddings = { ...outputs, ...ownEmbeddings };
  const [first, ...rest] = readWords(words);
  const mistakes: Diagnostic[] = [];
  const mistake = (word: Word | undefined, message: string, wayOut: WayOut): void =>
    void mistakes.push({
      code: 'known-attributes',
      severity: 'error',
      message,
      span: wordSpan(span, word?.name),
      ...wayOut,
    });
  if (first?.value !== null) {
    const hint = 'write "authflow:begin flows/login.yaml", relative to this document';
    mistake(first, 'the marker names no flow', { hint });
  }
  const draft = emptyCitation(first?.name ?? '', span);
  for (const word of rest) {
    const read = attributes[word.name as AttributeName] as ReadAttribute | undefined;
    const wayOut = read
      ? wayOutFor(word, read(word.value, draft, embeddings), span)
      : unknownName(word.name, 'attributes', Object.keys(attributes), wordSpan(span, word.name));
    const what = read
      ? `"${word.name}" can't be ${JSON.stringify(word.value ?? '')}`
      : `unknown attribute "${word.name}"`;
    if (wayOut !== null) mistake(word, what, wayOut);
  }
  if (draft.help !== null && draft.source !== AUTHFLOW) {
    mistake(
      rest.find(({ name }) => name === 'help'),
      '"help" shows authflow\'s own manual, not a flow',
      { hint: 'write "authflow:begin authflow help"' },
    );
  }
  if (draft.picture === 'markdown' && draft.width !== null) {
    mistake(
      rest.find(({ name }) => name === 'width'),
      'a picture in plain Markdown has no width',
      { hint: 'leave it out, or use "picture" or "picture=docusaurus"' },
    );
  }
  if (draft.fit !== null && draft.embedding.kind !== 'picture') {
    mistake(
      rest.find(({ name }) => name === 'fit'),
      '"fit" is for pictures',
      { hint: `write "picture fit=${draft.fit}"` },
    );
  }
  if (draft.isDescribed && draft.embedding.kind !== 'picture') {
    mistake(
      rest.find(({ name }) => name === 'describe'),
      '"describe" puts sentences under a picture, and this block shows none',
      { hint: 'write "picture describe", or "format=alt" for the sentences alone' },
    );
  }
  mistakes.forEach(report);
  return mistakes.length > 0 ? null : draft;
}

const emptyCitation = (source: string, span: Span): Draft => ({
  span,
  source,
  help: null,
  format: 'mermaid',
  embedding: { kind: 'code', language: 'mermaid' },
  section: null,
  step: null,
  picture: 'html',
  type: 'svg',
  fit: null,
  isDescribed: false,
  alt: null,
  set: {},
  theme: null,
  charset: null,
  width: null,
  block: 'source',
  fence: null,
});

/** The place of a word in a marker, or of the whole marker where the document escapes the word. */
export function wordSpan(marker: Span, word: string | undefined): Span {
  if (!word) return marker;
  const { source, start, end } = marker;
  const at = source.text.slice(start, end).search(new RegExp(`(?<=\\s)${escapeRegExp(word)}(?=[\\s="'>*)]|$)`));
  return at === -1 ? marker : { source, start: start + at, end: start + at + word.length };
}

/** Reports that something that a block asks for does not exist. `word`: the word of the marker that asks for it. */
export const citationMistake = (
  { span }: Citation,
  word: string,
  message: string,
  wayOut: string | UnknownValue,
): Diagnostic => ({
  code: 'known-citations',
  severity: 'error',
  message,
  span: wordSpan(span, word),
  ...(typeof wayOut === 'string'
    ? { hint: wayOut }
    : unknownName(wayOut.value, wayOut.kind, wayOut.known, valueSpan(span, word, wayOut.value))),
});

/** A value that is none of those known. `kind`: as in `themes are: …`. */
interface UnknownValue {
  readonly value: string;
  readonly kind: string;
  readonly known: readonly string[];
}

/** The place of `word=value` in a marker; undefined where the document spells it in another way. */
function valueSpan(marker: Span, word: string, value: string): Span | undefined {
  const { source, start, end } = marker;
  const written = new RegExp(`(?<=\\s)${escapeRegExp(word)}=["']?${escapeRegExp(value)}(?=[\\s"'>*)]|$)`);
  const found = written.exec(source.text.slice(start, end));
  if (!found) return undefined;
  const from = start + found.index + word.length;
  return { source, start: from, end: from + found[0].length - word.length };
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

type WayOut = Pick<Diagnostic, 'hint' | 'fixes'>;

/** Reads a value; returns null if it is valid, otherwise a hint, or the valid values. */
type ReadAttribute = (value: string | null, draft: Draft, embeddings: Embeddings) => string | readonly string[] | null;

function wayOutFor({ name, value }: Word, invalid: ReturnType<ReadAttribute>, marker: Span): WayOut | null {
  if (invalid === null || typeof invalid === 'string') return invalid === null ? null : { hint: invalid };
  return unknownName(value ?? '', 'values', invalid, valueSpan(marker, name, value ?? ''));
}

const oneOf =
  <Name extends 'type' | 'charset' | 'block'>(name: Name, values: readonly NonNullable<Citation[Name]>[]) =>
  (value: string | null, draft: Draft): ReturnType<ReadAttribute> => {
    const known = values.find((one) => one === value);
    if (known === undefined) return values;
    draft[name] = known;
    return null;
  };

const attributes = {
  format: (value, draft, embeddings) => {
    const embedding = Object.hasOwn(embeddings, value ?? '') ? embeddings[value ?? ''] : undefined;
    if (!embedding) return Object.keys(embeddings);
    Object.assign(draft, { format: value, embedding });
    return null;
  },
  section: (value, draft) => {
    if (!value) return 'name a section of the page: section=token-request';
    Object.assign(draft, { format: 'page', embedding: { kind: 'page' }, section: value });
    return null;
  },
  step: (value, draft) => {
    draft.step = value;
    return value ? null : 'name a step by its id, or a phase: step=token-request';
  },
  picture: (value, draft) => {
    const known = pictureForms.find((form) => form === (value ?? 'html'));
    if (known === undefined) return pictureForms;
    Object.assign(draft, { format: 'picture', embedding: ownEmbeddings.picture, picture: known });
    return null;
  },
  type: oneOf('type', pictureTypes),
  fit: (value, draft) => {
    draft.fit = value;
    return readPaper(value ?? '') ? null : 'name the paper of the picture: fit=a4, fit=letter or fit=160x230mm';
  },
  describe: (value, draft) => {
    draft.isDescribed = true;
    return value === null ? null : 'write "describe" alone';
  },
  alt: (value, draft) => {
    draft.alt = value ?? '';
    return null;
  },
  set: (value, draft) => {
    const [, name, given] = /^([^=]+)=([^]*)$/.exec(value ?? '') ?? [];
    if (name === undefined || given === undefined) return 'write set=NAME=VALUE';
    draft.set = { ...draft.set, [name]: given };
    return null;
  },
  theme: (value, draft) => {
    draft.theme = readThemes(value ?? '');
    return draft.theme ? null : 'name a theme, or two for light and dark pages: theme=light,dark';
  },
  charset: oneOf('charset', ['unicode', 'ascii']),
  width: (value, draft) => {
    draft.width = Number(value);
    return /^\d{1,5}$/.test(value ?? '') && draft.width >= 20 ? null : 'use a whole number of at least 20';
  },
  block: oneOf('block', ['source', 'diagram']),
  fence: (value, draft) => {
    draft.fence = value;
    const isFence = /^(?:`{3,}[^`]*|~~~.*|:::.*\S|\[[^[\]]+\])$/.test(value ?? '');
    return isFence ? null : "write the line that begins the block: fence='::: mermaid'";
  },
  help: (value, draft) => {
    draft.help = value ?? '';
    return null;
  },
} satisfies Record<string, ReadAttribute>;

export type AttributeName = keyof typeof attributes;
