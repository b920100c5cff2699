/** Recognizes files that are no flow files, by how they begin, and says what they are. */
import type { Diagnostic } from './diagnostic.js';
import type { Source } from './source.js';

interface OtherFile {
  /** Completes the sentence `this is …`. */
  readonly what: string;
  readonly hint: string;
}

const startOver = 'a flow file is YAML; "authflow init" writes one to start from';

/** `import` reads only these. */
const mermaidHead = /^sequenceDiagram\b/;
const otherMermaid =
  /^(?:flowchart|graph|classDiagram|stateDiagram(?:-v2)?|erDiagram|gantt|journey|pie|mindmap|timeline|gitGraph|quadrantChart|requirementDiagram|zenuml|kanban|C4(?:Context|Container|Component|Dynamic|Deployment)|(?:sankey|xychart|block|packet|architecture|radar|treemap)(?:-beta)?)(?=\s|$)/;
/** The first lines of a sequence in PlantUML, WebSequenceDiagrams, or Mermaid without its head. */
const statement = /^(?:(?:participant|actor|title|skinparam|activate|autonumber)\s+[^\s:][^:]*|autonumber)$/;

/** The first line that says what a file is: not blank, no comment or front matter of Mermaid, no comment of PlantUML. */
function firstLine(text: string): { readonly line: string; readonly start: number } {
  const [head = ''] = /^---\r?\n(?:[^\n]*\n){0,50}?---\r?\n(?=\s*(?:%%|[A-Za-z]\w*\b(?!\s*:)))/.exec(text) ?? [];
  let start = head.length;
  for (const line of text.slice(start, start + 20_000).split('\n')) {
    if (!/^\s*(?:$|%%|')/.test(line))
      return { line: line.trim(), start: start + line.length - line.trimStart().length };
    start += line.length + 1;
  }
  return { line: '', start: 0 };
}

const rows: readonly (readonly [RegExp, (path: string) => OtherFile])[] = [
  [mermaidHead, (path) => ({ what: 'Mermaid', hint: `make a flow file of it: authflow import ${path}` })],
  [
    otherMermaid,
    () => ({
      what: 'another kind of Mermaid diagram',
      hint: 'authflow imports sequence diagrams: they begin with "sequenceDiagram"',
    }),
  ],
  [
    /^@start\w*/,
    () => ({
      what: 'PlantUML',
      hint: 'authflow does not import PlantUML: write the sequence in Mermaid, which "authflow import" reads, or as a flow file',
    }),
  ],
  [
    statement,
    () => ({
      what: 'a diagram in another notation, such as PlantUML',
      hint: 'authflow imports only Mermaid, which begins with "sequenceDiagram"',
    }),
  ],
  [/^(?:strict\s+)?(?:di)?graph\b[^:]*\{/, () => ({ what: 'Graphviz', hint: startOver })],
  [/^<(?:!doctype\s+html|html|head|body)\b/i, () => ({ what: 'HTML', hint: startOver })],
  [/^<mxfile\b/, () => ({ what: 'a diagram of draw.io', hint: startOver })],
  [/^<svg\b/, () => ({ what: 'a picture (SVG)', hint: startOver })],
  [/^<(?:\?xml|!DOCTYPE|[A-Za-z][\w:-]*[\s/>])/, () => ({ what: 'XML', hint: startOver })],
  [/^\{\\rtf/, () => ({ what: 'a document of a word processor (RTF)', hint: startOver })],
  [/^#!/, () => ({ what: 'a script', hint: startOver })],
];

/** Null for what may be YAML. */
export function otherText(source: Source): Diagnostic | null {
  const { line, start } = firstLine(source.text);
  const [, describe] = rows.find(([expression]) => expression.test(line)) ?? [];
  const path = /^[\w./-]+$/.test(source.path) ? source.path : JSON.stringify(source.path);
  if (describe) return otherFile(describe(path), source, start, start + line.length);
  const fence = /^(?:```|~~~).*$/m.exec(source.text);
  if (!fence) return null;
  const page = {
    what: 'a page',
    hint: `make flow files of the Mermaid sequence diagrams in it: authflow import ${path}`,
  };
  return otherFile(page, source, fence.index, fence.index + fence[0].trimEnd().length);
}

export const otherFile = ({ what, hint }: OtherFile, source: Source, start: number, end: number): Diagnostic => ({
  code: 'flow-file',
  severity: 'error',
  message: `this is ${what}, not a flow file`,
  span: { source, start, end },
  hint,
});

/** Files by their first keys; `: ` stands between the keys of a mapping and a key in it. */
const mappings: readonly (readonly [readonly string[], string])[] = [
  [['openapi'], 'an OpenAPI description'],
  [['swagger'], 'an OpenAPI description'],
  [['asyncapi'], 'an AsyncAPI description'],
  [['arazzo'], 'an Arazzo description'],
  [['info', 'item'], 'a Postman collection'],
  [['log'], 'a HAR file'],
  [['apiVersion', 'kind'], 'a Kubernetes manifest'],
  [['services'], 'a Compose file'],
  [['jobs'], 'a workflow of a CI'],
  [['shape'], 'a diagram in D2'],
  [['issuer', 'authorization_endpoint'], 'metadata of an authorization server'],
  [['keys'], 'a set of keys (JWK)'],
  [['dependencies'], 'a manifest of a package'],
];

/** What a mapping with these keys is. */
export const otherMapping = (keys: readonly string[]): string | null =>
  mappings.find(([telling]) => telling.every((key) => keys.includes(key)))?.[1] ?? null;

/** The first bytes of files that are no text. */
const signatures: readonly (readonly [string, string])[] = [
  ['504b0304', 'an archive (ZIP), as documents of word processors are'],
  ['d0cf11e0', 'a document of an office program'],
  ['25504446', 'a PDF'],
  ['89504e47', 'a picture (PNG)'],
  ['ffd8ff', 'a picture (JPEG)'],
  ['47494638', 'a picture (GIF)'],
  ['1f8b', 'an archive (gzip)'],
  ['7f454c46', 'a program'],
  ['4d5a', 'a program'],
  ['53514c697465', 'a database (SQLite)'],
];

/** What the bytes of a file are, if they are no text; null for a text. */
export function otherBytes(bytes: Uint8Array): string | null {
  const head = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const [, what] = signatures.find(([signature]) => head.startsWith(signature)) ?? [];
  const hasZero = bytes.subarray(0, 8000).includes(0);
  return hasZero || what !== 'a program' ? (what ?? null) : null;
}
