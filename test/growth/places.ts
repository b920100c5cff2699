/** The places in which a text meets authflow: as part of a flow, as a document, as something to import, as a file. */
import { compileFlow } from '../../src/compile.js';
import { packagedDesign } from '../../src/design.js';
import { embedFlows } from '../../src/docs/index.js';
import { importDiagrams, openReaders } from '../../src/import/index.js';
import type { MermaidDatabase, ParseMermaid, PrintMermaid, Refusal } from '../../src/import/index.js';
import { lintFlow } from '../../src/lint/index.js';
import type { Flow } from '../../src/model/index.js';
import { embeddable, renderFlow, textFormats } from '../../src/render.js';
import { checkSecrets, maskSecrets } from '../../src/secrets/index.js';

/** Does all that authflow does with a text in one place. A mistake in the text is no failure. */
export type Run = (text: string) => unknown;

/** A double-quoted scalar of YAML. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const head = 'id: hostile\n';
const parties = `participants:
  C: { label: Client, kind: confidential-client }
  S: { label: Server, kind: authorization-server, url: "https://as.example.com" }
  B: { label: Browser, kind: browser }
`;

const flows: Readonly<Record<string, (value: string) => string>> = {
  label: (value) => `${head}title: A\nparticipants:\n  C: { label: ${value} }\n  S: Server\nsteps:\n  - C -> S: a\n`,
  message: (value) => `${head}title: A\n${parties}steps:\n  - { from: C, to: S, text: ${value} }\n  - C -> C: b\n`,
  note: (value) => `${head}title: A\n${parties}steps:\n  - C -> S: a\n    note: ${value}\n`,
  fragment: (value) =>
    `${head}title: A\n${parties}steps:\n  - alt:\n      ${value}: [{ C -> S: a }]\n      b: [{ C -> S: c }]\n`,
  title: (value) =>
    `${head}title: ${value}\nsummary: ${value}\nheading: true\n${parties}steps:\n  - C -> S: a\n    phase: ${value}\n`,
  'page prose': (value) =>
    `${head}title: A\n${parties}steps:\n  - C -> S: a\npage:\n  whenToUse: ${value}\n  securityConsiderations: [b, ${value}]\n` +
    `  sections:\n    - { title: ${value}, text: ${value}, steps: [${value}] }\n`,
  'table cell': (value) =>
    `${head}title: A\n${parties}steps:\n  - C -> S: a\npage:\n  sections:\n` +
    `    - { title: T, table: { columns: [a, b], rows: [[${value}, c]] }, code: { text: ${value} } }\n`,
  request: (value) =>
    `${head}title: A\n${parties}steps:\n  - C -> S: POST /token\n    id: token\n    note: { draw: request }\n` +
    `    request:\n      headers: { Cookie: ${value}, X: ${value} }\n      form: { grant_type: a, code: ${value} }\n` +
    `  - S --> C: 200 OK\n    replyTo: token\n    response: { json: { a: ${value} }, headers: { Set-Cookie: ${value} } }\n` +
    `page: { samples: [token], code: [token] }\n`,
  url: (value) =>
    `${head}title: A\n${parties}steps:\n  - C -> S: a\n    id: call\n    request: { method: GET, url: ${value}, query: { redirect_uri: ${value} } }\n` +
    `  - S --> B -> C: 302\n    redirect: { to: ${value}, query: { code: ${value} } }\npage: { samples: [call], code: [call] }\n`,
  variable: (value) =>
    `${head}title: A\nvariables:\n  host: { value: ${value}, description: ${value} }\n${parties}steps:\n  - C -> S: "a \${host}"\n`,
  'text of the text diagram': (value) =>
    `${head}title: A\nascii: { style: rfc }\n${parties}steps:\n  - { from: C, to: S, text: a, ascii: { text: ${value} } }\n`,
};

/** All texts of a flow; a narrow text diagram in ASCII, too, where the fit and the transliteration have work. */
function render(flow: Flow): void {
  const design = packagedDesign();
  renderFlow(flow, { formats: textFormats, design });
  renderFlow(flow, { formats: ['text'], design, charset: 'ascii', width: 40 });
  renderFlow(flow, { formats: ['page', 'steps'], design, asciidoc: { mermaid: 'source', depth: 1, section: null } });
  lintFlow(flow);
}

function runFlow(text: string): void {
  const { flow } = compileFlow({ path: 'hostile.yaml', text });
  if (flow) render(flow);
}

const shown = `${head}title: A\nparticipants: { C: Client, S: Server }\nsteps: [{ C -> S: a }]\n`;

/** A document with a block after the text, and one before it. */
async function embed(path: string, text: string): Promise<void> {
  const [begin, end] = path.endsWith('.adoc')
    ? ['// authflow:begin a.yaml format=text', '// authflow:end']
    : ['[//]: # "authflow:begin a.yaml format=text"', '[//]: # "authflow:end"'];
  const block = `${begin}\n\n${end}\n`;
  const { flow, sources } = compileFlow({ path: 'a.yaml', text: shown });
  if (!flow) throw new Error('the flow of the document is wrong');
  const cited = {
    ...{ flow, sources, path: 'a.yaml', pagePictures: [], pictures: { light: 'a.svg', dark: null } },
    text: () => 'a\n',
    page: () => 'a\n',
  };
  await embedFlows({ path, text: `${block}\n${text}\n\n${block}` }, () => cited, embeddable);
}

/** Takes all of a diagram for one text, or refuses it: what Mermaid's own parser costs is not authflow's. */
const parseMermaid: ParseMermaid = ({ code, title }) =>
  Promise.resolve(code.includes('refuse') ? refusal(code) : database(code, title));

const refusal = (code: string): Refusal => ({
  refused: true,
  message: `Parse error on line 2:\n${code}\n---^\nExpecting 'NEWLINE', got 'INVALID'`,
  line: 1,
});

const participant = (id: string, label: string): MermaidDatabase['participants'][number] => ({
  ...{ id, label, type: 'participant', links: [], wrap: false },
});

const row = (type: number, text: string): MermaidDatabase['messages'][number] => ({
  ...{ type, from: 'A', to: 'B', text, numbers: null, wrap: false, placement: type === 2 ? 2 : null, isCentral: false },
});

const database = (code: string, title: string): MermaidDatabase => ({
  ...{ refused: false, config: {}, messageColor: '#333', title, accTitle: '', accDescr: code },
  participants: [participant('A', code), participant('B', 'B')],
  boxes: [],
  messages: [row(0, code), row(2, code)],
  created: [],
  destroyed: [],
  statements: [],
});

const printMermaid: PrintMermaid = (source) => {
  const { flow, diagnostics } = compileFlow(source);
  const mermaid = flow && renderFlow(flow, { formats: ['mermaid'] }).artifacts[0];
  return { mermaid: mermaid?.content ?? null, diagnostics };
};

const importAs =
  (path: string, around: (text: string) => string = (text) => text): Run =>
  (text) =>
    importDiagrams({ path, text: around(text) }, openReaders({ parseMermaid, printMermaid }));

export const hostilePlaces: Readonly<Record<string, Run>> = {
  ...Object.fromEntries(
    Object.entries(flows).map(([name, flow]) => [`flow: ${name}`, (text: string) => runFlow(flow(quoted(text)))]),
  ),
  'flow: text as it is': runFlow,
  'flow: short step': (text) =>
    runFlow(`${head}title: A\n${parties}steps:\n  - ${quoted(text)}\n  - ${quoted(text)}: a\n`),
  'flow: key': (text) => runFlow(`${head}title: A\n${quoted(text)}: a\n${parties}steps:\n  - { ${quoted(text)}: b }\n`),
  'document: Markdown': (text) => embed('a.md', text),
  'document: MDX': (text) => embed('a.mdx', text),
  'document: AsciiDoc': (text) => embed('a.adoc', text),
  'import: Markdown': importAs('a.md'),
  'import: AsciiDoc': importAs('a.adoc'),
  'import: fence': importAs('a.md', (text) => `# A\n\n\`\`\`mermaid\nsequenceDiagram\n${text}\n\`\`\`\n`),
  'import: Mermaid': importAs('a.mmd', (text) => `sequenceDiagram\n${text}\n`),
  'import: refused Mermaid': importAs('a.mmd', (text) => `sequenceDiagram\nrefuse\n${text}\n`),
  'import: front matter': importAs('a.mmd', (text) => `---\ntitle: ${text}\n---\nsequenceDiagram\nA->>B: a\n`),
  secrets: (text) => {
    checkSecrets({ path: 'a.md', text });
    maskSecrets(text);
  },
};
