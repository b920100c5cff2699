/** Diagrams that are not imported, so that a report can name all that a page shows. */
import type { Span } from '../source/index.js';

export interface OtherDiagram {
  /** `flowchart`, `PlantUML`, `picture`. */
  readonly kind: string;
  readonly span: Span;
  /** Why a sequence diagram is not read, and the way out; '' for other kinds. */
  readonly reason: string;
  /** Whether it was made from a flow. */
  readonly isMade?: boolean;
}

/** Languages of fences, and styles of blocks in AsciiDoc. */
const languages: Readonly<Record<string, string>> = {
  plantuml: 'PlantUML',
  puml: 'PlantUML',
  uml: 'PlantUML',
  c4plantuml: 'PlantUML',
  d2: 'D2',
  dot: 'Graphviz',
  graphviz: 'Graphviz',
  ditaa: 'ditaa',
  seqdiag: 'seqdiag',
  blockdiag: 'blockdiag',
  nomnoml: 'nomnoml',
  pikchr: 'Pikchr',
  svgbob: 'Svgbob',
  structurizr: 'Structurizr',
  websequencediagrams: 'WebSequenceDiagrams',
  zenuml: 'ZenUML',
};

/** The kind of a fenced block, by its language or its first line; null for other code. */
export function fenceKind(language: string, text: string): string | null {
  if (/^\s*@startuml\b/.test(text)) return 'PlantUML';
  return Object.hasOwn(languages, language) ? (languages[language] ?? null) : null;
}

/** The kind of the block that the line of attributes begins in AsciiDoc: `[plantuml,target=x]`. */
export function styleKind(line: string): string | null {
  const [, style = ''] = /^\[(?:source[^\],]*,\s*)?([\w-]+)(?![\w-])[^\]]*\]$/.exec(line.trimEnd()) ?? [];
  return fenceKind(style.toLowerCase(), '');
}

const pictures = [
  /!\[(?<alt>[^[\]]*)\]\((?<path>[^\s)]+)/g,
  /<img\s(?=[^<>]*\bsrc=["'](?<path>[^"']+))(?=(?:[^<>]*\balt=["'](?<alt>[^"']*))?)/gi,
  /(?<=^|[\s(])image::?(?<path>[^[\s(]+)\[(?<alt>[^\]]*)/g,
];

/** Offsets in a line of pictures that may show a diagram, by what they are called. */
export const picturesIn = (line: string): readonly number[] =>
  pictures.flatMap((picture) =>
    [...line.matchAll(picture)].filter(({ groups }) => looksLikeDiagram(groups ?? {})).map(({ index }) => index),
  );

function looksLikeDiagram({ path = '', alt = '' }: Readonly<Record<string, string | undefined>>): boolean {
  const [file = ''] = path.split(/[?#]/);
  const words = `${file.split('/').at(-1) ?? ''} ${alt}`;
  const isPicture =
    /\.(?:svg|png|gif|jpe?g|webp|drawio|puml)$/i.test(file) || /plantuml|kroki|mermaid\.ink/i.test(path);
  return isPicture && /diagram|sequence|flow|uml|architect/i.test(`${words} ${path}`) && !/badge|logo|icon/i.test(path);
}
