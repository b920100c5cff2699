/** Prints views with templates, whether the build or this process compiled them. */
import type { Wording } from '../model/index.js';
import type { Diagnostic } from '../source/index.js';

export interface Templates {
  /** Prints `view` through the template at `path` (`mermaid/diagram`). Throws a TemplateFailure where a template fails. */
  readonly render: (path: string, view: object) => string;
  /** The words that they say: `{{say "name"}}`. */
  readonly wording: Wording;
  /** The same templates with the words of another language. */
  readonly withWording: (wording: Wording) => Templates;
}

/**
 * A template that was accepted but still fails: its view lacks what its shape promises, or is nested too deep for
 * the stack.
 */
export class TemplateFailure extends Error {
  override readonly name = 'TemplateFailure';

  /** `template`: the innermost one that failed, by its path below templates/. */
  constructor(
    readonly template: string,
    reason: unknown,
  ) {
    super(`template ${template} failed: ${explainReason(reason)}`, {
      cause: reason,
    });
  }

  get diagnostic(): Diagnostic {
    return { code: 'template-failure', severity: 'error', message: this.message };
  }
}

function explainReason(reason: unknown): string {
  if (reason instanceof RangeError) return 'it is nested too deep, or calls itself without end';
  if (reason instanceof EvalError)
    return 'this process may not compile templates, because Node runs without code generation';
  const said = reason instanceof Error ? reason.message : String(reason);
  return said.replace(/ in \[object Object\]/, '');
}

/** A compiled template. */
type Print = (view: object, options?: object) => string;

/** The part of Handlebars' API that printing uses. */
interface Environment {
  readonly partials: Record<string, unknown>;
  registerPartial(name: string, print: Print): void;
  registerHelper(name: string, help: (name: string, call: HelperCall) => string): void;
  unregisterHelper(name: string): void;
  unregisterDecorator(name: string): void;
}

/** What Handlebars passes to a helper: its arguments by name, and the data of the render. */
interface HelperCall {
  readonly hash: Readonly<Record<string, string | number>>;
  readonly data: { readonly wording: Wording };
}

const runtimeOptions = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/**
 * Each folder has its own environment, created when one of its templates is first printed; a partial is called by
 * its name in the same folder.
 *
 * @param templates by path below templates/ without extension
 * @param create makes a fresh environment
 * @param compile compiles one template in an environment
 * @param wording the words that the templates say
 */
export function makePrinter<T, E extends Environment>(
  templates: Readonly<Record<string, T>>,
  create: () => E,
  compile: (environment: E, template: T) => Print,
  wording: Wording,
): Templates {
  const environments = new Map<string, Environment>();
  const makeEnvironment = (folder: string): Environment => {
    const environment = create();
    environment.registerHelper('say', (name, { hash, data }) => data.wording.say(name, hash));
    environment.unregisterHelper('log');
    environment.unregisterDecorator('inline');
    for (const [path, template] of Object.entries(templates)) {
      const [place, name = ''] = path.split('/');
      if (place === folder) environment.registerPartial(name, guard(compile(environment, template), `${path}.hbs`));
    }
    return environment;
  };
  const speak = (words: Wording): Templates => ({
    render(path, view) {
      const [folder = '', name = ''] = path.split('/');
      const environment = environments.get(folder) ?? makeEnvironment(folder);
      environments.set(folder, environment);
      const print = environment.partials[name] as Print | undefined;
      if (!print) throw new Error(`no template ${path}`);
      return print(view, { ...runtimeOptions, data: { wording: words } });
    },
    wording: words,
    withWording: speak,
  });
  return speak(wording);
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
