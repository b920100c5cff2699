/** The places in which a text meets authflow: in a flow, as a flow, in a document, in something to import. */
import { compileFlow } from '../../src/compile.js';
import { packagedDesign } from '../../src/design.js';
import { embedFlows } from '../../src/docs/index.js';
import { importDiagrams, openReaders } from '../../src/import/index.js';
import type { MermaidDatabase, ParseMermaid, PrintMermaid, Refusal } from '../../src/import/index.js';
import { lintFlow } from '../../src/lint/index.js';
import type { Flow } from '../../src/model/index.js';
import { embeddable, renderFlow } from '../../src/render.js';
import { checkSecrets, maskSecrets } from '../../src/secrets/index.js';

/** Does all that authflow does with a text in one place. A mistake in the text is no failure. */
export type Run = (text: string) => unknown;

/** A double-quoted scalar of YAML. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const head = 'id: hostile\n';

/** A text wherever words stand. */
const words = (value: string): string => `${head}title: ${value}
summary: ${value}
heading: true
ascii: { style: rfc }
variables:
  host: { value: ${value}, description: ${value} }
participants: { C: { label: ${value} }, S: Server }
steps:
  - { from: C, to: S, text: ${value}, phase: ${value}, note: ${value} }
  - { from: C, to: S, text: a, ascii: { text: ${value} } }
  - C -> S: "a \${host}"
  - alt:
      ? ${value}
      : [{ C -> S: a }]
      b: [{ C -> S: c }]
page:
  whenToUse: ${value}
  securityConsiderations: [b, ${value}]
  sections:
    - { title: ${value}, text: ${value}, steps: [${value}] }
    - { title: T, table: { columns: [a, b], rows: [[${value}, c]] }, code: { text: ${value} } }
`;

/** A text wherever a request has one. */
const requests = (value: string): string => `${head}title: A
participants:
  C: { label: Client, kind: confidential-client }
  S: { label: Server, kind: authorization-server, url: "https://as.example.com" }
  B: { label: Browser, kind: browser }
steps:
  - C -> S: POST /token
    id: token
    note: { draw: request }
    request:
      headers: { Cookie: ${value}, X: ${value} }
      form: { grant_type: a, code: ${value} }
  - S --> C: 200 OK
    replyTo: token
    response: { json: { a: ${value} }, headers: { Set-Cookie: ${value} } }
  - C -> S: a
    id: call
    request: { method: GET, url: ${value}, query: { redirect_uri: ${value} } }
  - S --> B -> C: 302
    redirect: { to: ${value}, query: { code: ${value} } }
page: { samples: [token, call], code: [token, call] }
`;

/** The texts of a flow, with a narrow text diagram in ASCII, where the fit and the transliteration have most work. */
function render(flow: Flow): void {
  const design = packagedDesign();
  renderFlow(flow, { formats: ['mermaid', 'page', 'alt'], design });
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
    ...{ flow, sources, path: 'a.yaml', pagePictures: [], parts: [], pictures: { light: 'a.svg', dark: null } },
    text: () => 'a\n',
    page: () => 'a\n',
    description: () => ({ summary: 's', text: 'a' }),
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

const steps = (value: string): string =>
  `${head}title: A\n${value}: a\nparticipants: { C: C, S: S }\nsteps:\n  - ${value}\n  - { ${value}: b }\n`;

/** One after the other. */
const each =
  (...runs: readonly Run[]): Run =>
  async (text) => {
    for (const run of runs) await run(text);
  };

const asFlow =
  (flow: (value: string) => string): Run =>
  (text) =>
    runFlow(flow(quoted(text)));

export const hostilePlaces: Readonly<Record<string, Run>> = {
  'words of a flow': asFlow(words),
  'requests of a flow': asFlow(requests),
  'mistakes in a flow': each(asFlow(steps), runFlow),
  'a document': each(
    ...['a.md', 'a.mdx', 'a.adoc'].map(
      (path): Run =>
        (text) =>
          embed(path, text),
    ),
    (text) => checkSecrets({ path: 'a.md', text }),
    maskSecrets,
  ),
  'a source of import': each(
    importAs('a.md'),
    importAs('a.adoc'),
    importAs('a.md', (text) => `# A\n\n\`\`\`mermaid\nsequenceDiagram\n${text}\n\`\`\`\n`),
    importAs('a.mmd', (text) => `sequenceDiagram\n${text}\n`),
    importAs('a.mmd', (text) => `sequenceDiagram\nrefuse\n${text}\n`),
    importAs('a.mmd', (text) => `---\ntitle: ${text}\n---\nsequenceDiagram\nA->>B: a\n`),
  ),
};
