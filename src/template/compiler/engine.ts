/** The template engine: an isolated Handlebars that prints views and has no access to anything else. */
import Handlebars from 'handlebars';
import compileOptions from '../compile-options.json' with { type: 'json' };
import type { Wording } from '../../model/index.js';
import type { ProgramNode } from './handlebars-tree.js';
import { makePrinter } from '../templates.js';
import type { Templates } from '../templates.js';

/** The helpers that templates may call. */
export const blockHelpers = ['if', 'unless', 'each', 'with'] as const;
export type BlockHelper = (typeof blockHelpers)[number];

/** `texts`: template source by path below templates/, with extension: `mermaid/diagram.hbs`. Each is compiled on first use. */
export function makeTemplates(texts: Readonly<Record<string, string>>, wording: Wording): Templates {
  const templates = Object.entries(texts).flatMap(([path, text]) =>
    path.endsWith('.hbs') ? [[path.slice(0, -'.hbs'.length), text.replaceAll('\r\n', '\n')] as const] : [],
  );
  return makePrinter(
    Object.fromEntries(templates),
    () => Handlebars.create(),
    (environment, text) => environment.compile(text, compileOptions as unknown as CompileOptions),
    wording,
  );
}

type Parsed =
  | { readonly program: ProgramNode }
  /** Lines from 1, columns from 0, as in the tree. */
  | { readonly message: string; readonly line: number; readonly column: number };

/**
 * Jison's lexer, which the types don't declare. It knows the position of a syntax error; the parser's message doesn't.
 */
interface Lexer {
  readonly match: string;
  readonly yylloc: { readonly first_line: number; readonly first_column: number };
}

export function parseTemplate(text: string): Parsed {
  try {
    return { program: Handlebars.parseWithoutProcessing(text) as unknown as ProgramNode };
  } catch (error) {
    if (error instanceof Handlebars.Exception) {
      const { message, lineNumber, column } = error as { message: string; lineNumber: number; column: number };
      return { message: plainer(message), line: lineNumber, column };
    }
    const { match, yylloc } = (Handlebars as unknown as { Parser: { lexer: Lexer } }).Parser.lexer;
    const message = match === '' ? 'a block, a comment or a {{ is not closed' : `unexpected ${JSON.stringify(match)}`;
    return { message, line: yylloc.first_line, column: yylloc.first_column };
  }
}

const plainer = (message: string): string =>
  message
    .replace(/ - \d+:\d+$/, '')
    .replace(/^(.+) doesn't match (.+)$/s, '{{#$1}} is closed by {{/$2}}')
    .replace(/^Invalid path/, 'invalid path');
