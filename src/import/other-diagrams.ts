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
  sequence: 'js-sequence-diagrams',
  mscgen: 'Mscgen',
  nwdiag: 'nwdiag',
  actdiag: 'actdiag',
  pintora: 'Pintora',
  excalidraw: 'Excalidraw',
  bpmn: 'BPMN',
  goat: 'GoAT',
  tikz: 'TikZ',
  umlet: 'UMLet',
  wavedrom: 'WaveDrom',
};

const kindOfLanguage = (language: string): string | null => {
  const word = language.replace(/^kroki-/, '');
  return Object.hasOwn(languages, word) ? (languages[word] ?? null) : null;
};

/** The corners of boxes, and the heads of arrows between them. */
const corners = /\+[-=]{2}|[┌╭╔][─═]/g;
const heads = /[-─=]{2}[>►▶]|[<◄◀][-─=]{2}/;

/** Languages of code that is plain text. */
const plain: readonly string[] = ['', 'text', 'txt', 'plain', 'plaintext', 'ascii', 'none'];

/** The kind of a fenced block or listing, by its language or its text; null for other code. */
export function kindOfBlock(language: string, text: string): string | null {
  const known = kindOfLine(text.trimStart().split('\n', 1)[0] ?? '') ?? kindOfLanguage(language);
  if (known !== null || !plain.includes(language)) return known;
  return (text.match(corners)?.length ?? 0) > 1 && heads.test(text) ? 'text' : null;
}

/** The kind of the diagram that a line begins or includes by itself: `@startuml`, `plantuml::flow.puml[]`. */
export function kindOfLine(line: string): string | null {
  if (/^\s*@start(?:uml|sequence)\b/.test(line)) return 'PlantUML';
  const [, macro = ''] = /^(\w+)::[^\s[]+\[/.exec(line) ?? [];
  return kindOfLanguage(macro.toLowerCase());
}

/** The kind of the block that the line of attributes begins in AsciiDoc: `[plantuml,target=x]`. */
export function styleKind(line: string): string | null {
  const [, style = ''] = /^\[(?:source[^\],]*,\s*)?([\w-]+)(?![\w-])[^\]]*\]$/.exec(line.trimEnd()) ?? [];
  return kindOfLanguage(style.toLowerCase());
}
