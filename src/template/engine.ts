/** The template engine: an isolated Handlebars that prints views and can reach nothing else. */
import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostic.js';
import type { ProgramNode } from './handlebars-tree.js';

export interface Templates {
  /** Prints `view` through the template at `path` (`mermaid/diagram`). Throws a TemplateFailure where a template fails. */
  readonly render: (path: string, view: object) => string;
}

/**
 * A template that was accepted and fails all the same: its view lacks what its shape promises, or is nested too deep for
 * the stack.
 */
export class TemplateFailure extends Error {
  override readonly name = 'TemplateFailure';

  /** `template`: the innermost one that failed, by its path below templates/. */
  constructor(
    readonly template: string,
    reason: unknown,
  ) {
    super(`template ${template} failed: ${reason instanceof Error ? reason.message : String(reason)}`, {
      cause: reason,
    });
  }

  get diagnostic(): Diagnostic {
    return { code: 'template-failure', severity: 'error', message: this.message };
  }
}

type Print = Handlebars.TemplateDelegate<object>;
type Environment = Pick<typeof Handlebars, 'partials'>;

/** The helpers that templates may call. */
export const blockHelpers = ['if', 'unless', 'each', 'with'] as const;
export type BlockHelper = (typeof blockHelpers)[number];

const compileOptions = {
  noEscape: true,
  strict: true,
  knownHelpersOnly: true,
  // Handlebars knows these without being asked.
  knownHelpers: { log: false, helperMissing: false, blockHelperMissing: false },
} as unknown as CompileOptions;

const runtimeOptions: RuntimeOptions = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/**
 * `texts`: template source by path below templates/, with ending: `mermaid/diagram.hbs`. A partial is called by its name
 * in the same folder. A template is compiled when it is first printed.
 */
export function makeTemplates(texts: Readonly<Record<string, string>>): Templates {
  const environments = new Map<string, Environment>();
  return {
    render(path, view) {
      const [folder = '', name = ''] = path.split('/');
      const environment = environments.get(folder) ?? makeEnvironment(folder, texts);
      environments.set(folder, environment);
      const print = environment.partials[name] as Print | undefined;
      if (!print) throw new Error(`no template ${path}`);
      return print(view, runtimeOptions);
    },
  };
}

function makeEnvironment(folder: string, texts: Readonly<Record<string, string>>): Environment {
  const environment = Handlebars.create();
  environment.unregisterHelper('log');
  environment.unregisterDecorator('inline');
  for (const [path, text] of Object.entries(texts)) {
    const [place, file = ''] = path.split('/');
    if (place !== folder || !file.endsWith('.hbs')) continue;
    const print: Print = environment.compile(text.replaceAll('\r\n', '\n'), compileOptions);
    environment.registerPartial(file.slice(0, -'.hbs'.length), guard(print, path));
  }
  return environment;
}

/** Handlebars' own errors don't say in which partial they arose. */
const guard =
  (print: Print, path: string): Print =>
  (view, options) => {
    try {
      return print(view, options);
    } catch (error) {
      throw error instanceof TemplateFailure ? error : new TemplateFailure(path, error);
    }
  };

export type Parsed =
  | { readonly program: ProgramNode }
  /** Lines from 1, columns from 0, as in the tree. */
  | { readonly message: string; readonly line: number; readonly column: number };

/** Jison's lexer, which the types don't show: where it stands when the parser gives up, the parser's own message doesn't say. */
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
    .replace(/^(.+) doesn't match (.+)$/, '{{#$1}} is closed by {{/$2}}')
    .replace(/^Invalid path/, 'invalid path');
