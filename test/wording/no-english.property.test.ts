/**
 * What authflow writes into outputs is in templates/words.en.yaml, so that it can be in another language: no template and no room
 * that makes outputs has English of its own, and no word is there without use.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { packaged, packagedWords } from 'packaged:templates';
import ts from 'typescript';
import { expect, it, test } from 'vitest';
import { placeholdersIn } from '../../src/wording/wordings.js';

const source = new URL('../../src/', import.meta.url);
const rooms = [
  'words',
  'page',
  'description',
  'deck',
  'text-diagram',
  'mermaid',
  'docs',
  'model',
  'assemble',
  'outputs',
  'picture',
];

/** View shapes explain the fields of templates, mistakes are told to authors, and reason phrases are the protocol's. */
const isAboutOutputs = (path: string): boolean =>
  !/(?:-view|\/view-shapes|\/reason-phrases|docs\/citation|docs\/markers\/(?:refusal|mdx-javascript)|\/mistakes)\.ts$/.test(
    path,
  );

const files = rooms.flatMap((room) =>
  readdirSync(new URL(room, source), { recursive: true })
    .map((path) => `${room}/${String(path).replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && isAboutOutputs(path)),
);

const read = (path: string) =>
  ts.createSourceFile(path, readFileSync(new URL(path, source), 'utf8'), ts.ScriptTarget.Latest, true);

/** Messages for authors and programmers, which stay English; explanations in tables; names of languages of code; what notices say. */
const forAuthors = new Set(['message', 'hint', 'code', 'why', 'about', 'formatted', 'substitutes']);

function isForAuthors(node: ts.Node): boolean {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isPropertyAssignment(at) && forAuthors.has(at.name.getText())) return true;
    if (ts.isVariableDeclaration(at) && forAuthors.has(at.name.getText())) return true;
    if (ts.isThrowStatement(at) || (ts.isNewExpression(at) && at.expression.getText() === 'Error')) return true;
    if (ts.isCallExpression(at) && /^(?:report\w*|\w*[mM]istake|fail|problem|refuse\w*)$/.test(at.expression.getText()))
      return true;
  }
  return false;
}

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateLiteralLikeNode =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);

const isName = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node);

function* textsIn(node: ts.Node): Generator<ts.StringLiteralLike | ts.TemplateLiteralLikeNode> {
  if (isName(node)) return;
  if (isText(node) && !isForAuthors(node)) yield node;
  for (const child of node.getChildren()) yield* textsIn(child);
}

/** A capitalized word, or two words with a blank between them. */
const isEnglish = (text: string): boolean =>
  /(?:^|\s)[A-Z][a-z]{2,}(?![\w-])(?![^<]*>)|(?:^|[\s(])[a-z]{2,} [a-z]{2,}(?![\w="':-])/.test(text);

/** Syntax that looks like English. */
const syntax = new Set([
  ...['Python', 'Node.js', 'Bearer', 'Location', 'HTTP', ' NULL'],
  // Mermaid's placements, and its keywords, which no participant may be named by.
  ...['left of', 'right of'],
]);
const isSyntax = (text: string): boolean =>
  syntax.has(text.trim()) || /^(?:accdescr acctitle|left link)|font-family/.test(text);

it.each(['Response example', ' through the front channel', 'Threat: ', 'A (the path of the key)', 'every second'])(
  '%j would be found',
  (text) => expect(isEnglish(text)).toBe(true),
);

it.each(files)('src/%s has no English for outputs', (path) => {
  const found = [...textsIn(read(path))].map((node) => node.text).filter((text) => isEnglish(text) && !isSyntax(text));
  expect(found).toEqual([]);
});

/** What templates print that is no word of ours: keywords of Mermaid, HTML, Marp, AsciiDoc and HTTP. */
const keywords =
  /%%\{init: \{|'(?:theme|base|themeVariables|sequence|noteAlign)'|\b(?:sequenceDiagram|accTitle|accDescr|title|autonumber|off|create|participant|type|as|alias|links|box|rect|end|destroy|Note over|Note|Location|marp: true|size|lang|bg contain|prefers-color-scheme: dark)\b|<\/?(?:picture|source|img)|(?:media|srcset|src|alt)="|\[(?:%header|arabic)\]|image::|!--|\d+\+h/g;

it.each(Object.keys(packaged).filter((path) => path.endsWith('.hbs')))(
  'templates/%s has no English of its own',
  (path) => {
    const printed = packaged[path]!.replaceAll(/\{\{[^]*?\}\}/g, '').replaceAll(keywords, '');
    expect(printed.match(/\p{L}+/gu) ?? []).toEqual([]);
  },
);

/** The names of words that code says: literals, and the beginnings of those that a value completes. */
function saidIn(path: string): readonly string[] {
  const texts = [...textsIn(read(path))];
  const literals = texts.filter(ts.isStringLiteralLike).map(({ text }) => text);
  const heads = texts.filter(ts.isTemplateHead).map(({ text }) => `${text}*`);
  const tails = texts.filter(ts.isTemplateTail).map(({ text }) => `*${text}`);
  return [...literals, ...heads, ...tails];
}

test('every word is said somewhere', () => {
  const said = ['requests/http.ts', 'model/wording.ts', ...files].flatMap(saidIn);
  const inTemplates = Object.values(packaged).join('\n');
  // `operator-*` stands for all words that begin so, `*-notice` for all that end so.
  const parts = said.filter((part) => part.length > 4 && /^\*-|-\*$/.test(part));
  const isPart = (name: string): boolean =>
    parts.some((part) => (part.startsWith('*') ? name.endsWith(part.slice(1)) : name.startsWith(part.slice(0, -1))));
  const isSaid = (name: string): boolean =>
    inTemplates.includes(`{{say "${name}"`) || said.includes(name) || isPart(name);
  expect(Object.keys(packagedWords.en!).filter((name) => !isSaid(name))).toEqual([]);
});

test('code gives each word the values that it needs', () => {
  const calls = ['requests/http.ts', ...files].flatMap((path) => callsIn(read(path)));
  expect(calls.length).toBeGreaterThan(15);
  const wrong = calls.filter(({ name, values }) => {
    const word = packagedWords.en![name];
    return word === undefined || [...placeholdersIn(word)].sort().join() !== [...values].sort().join();
  });
  expect(wrong).toEqual([]);
});

interface Call {
  readonly name: string;
  readonly values: readonly string[];
}

/** Calls of `say` with a literal name. */
function callsIn(node: ts.Node): readonly Call[] {
  const inside = node.getChildren().flatMap(callsIn);
  if (!ts.isCallExpression(node) || !/(?:^|\.)say$/.test(node.expression.getText())) return inside;
  const [name, values] = node.arguments;
  if (!name || !ts.isStringLiteral(name)) return inside;
  const given = values && ts.isObjectLiteralExpression(values) ? values.properties : [];
  return [...inside, { name: name.text, values: given.map((property) => property.name?.getText() ?? '') }];
}
