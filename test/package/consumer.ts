/** A program of a user's that calls all that the library exports: compiled by strict compilers, then run. */
import ts from 'typescript';

export const program = `import { applyEdits, compileFlow, excerptNames, findExcerpt, loadDesign, positionAt, renderFlow, textRows } from 'authflow';
import { svgStyles, toAlt, toMermaid, toPage, toScene, toSvg, toText } from 'authflow';
import type { Artifact, Diagnostic, Flow, Format, RenderOptions, Rendered, TextRows } from 'authflow';

const text = \`id: login
title: Anmeldung
participants: { U: { label: Çelik 🔒, kind: user }, A: { label: 認可サーバー, kind: authorization-server } }
steps:
  - { "U -> A": Grüße, id: greet }
  - A -> U: Ok
  - A -> A: Later
  - A -> A: Last
page: { whenToUse: [always] }
\`;
const { flow, diagnostics } = compileFlow({ path: 'login.yaml', text });
if (!flow) throw new Error(diagnostics.map(({ message }: Diagnostic) => message).join());
const known: Flow = flow;
const formats: readonly Format[] = ['mermaid', 'text', 'page', 'alt', 'steps'];
const options: RenderOptions = { formats, charset: 'ascii' };
const rendered: Rendered = renderFlow(known, options);
const rows: TextRows = textRows(known);
const excerpt = findExcerpt(known, 'greet');
if (!excerpt) throw new Error('no step');
const { design } = await loadDesign([{ path: 'mine/mermaid/message.hbs', text: 'U->>A: mine\\n' }]);
const mistaken = 'id: a\\ntitel: b\\n';
const broken = compileFlow({ path: 'broken.yaml', text: mistaken }).diagnostics[0];

export const results = {
  applyEdits: applyEdits(mistaken, broken?.fixes?.[0]?.edits ?? []),
  compileFlow: known.participants.map(({ label }) => label.plain),
  renderFlow: rendered.artifacts.map(({ path }: Artifact) => path),
  textRows: rows.rows.map((row) => row.text).join('\\n') + '\\n' === toText(known),
  excerptNames: excerptNames(known),
  findExcerpt: [toMermaid(known, { excerpt }).includes('Grüße'), toMermaid(known, { excerpt }).includes('Later')],
  loadDesign: toMermaid(known, { design }).includes('mine'),
  positionAt: broken?.span ? positionAt(broken.span.source, broken.span.start) : null,
  toMermaid: toMermaid(known).includes('Grüße'),
  toText: [toText(known).includes('認可サーバー'), /^[\\n -~]+$/.test(toText(known, { charset: 'ascii' }))],
  toPage: toPage(known).includes('# Anmeldung'),
  toAlt: toAlt(known).includes('Grüße'),
  toScene: toScene(known).steps.length > 0,
  toSvg: toSvg(known).includes('Grüße'),
  svgStyles: svgStyles(toScene(known)).includes('--'),
};
`;

/** What TypeScript says of a file, with nothing but the language's own declarations; it writes the program beside it. */
export function compile(file: string, resolution: 'nodenext' | 'bundler'): readonly string[] {
  const isNode = resolution === 'nodenext';
  const compiled = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    module: isNode ? ts.ModuleKind.NodeNext : ts.ModuleKind.ESNext,
    moduleResolution: isNode ? ts.ModuleResolutionKind.NodeNext : ts.ModuleResolutionKind.Bundler,
  });
  compiled.emit();
  return ts.getPreEmitDiagnostics(compiled).map(({ messageText, file, start }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}
