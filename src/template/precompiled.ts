/** Opens the packaged templates. The build has compiled them, so that no compiler is loaded at startup. */
import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';
import type { Wording } from '../model/index.js';
import { makePrinter } from './templates.js';
import type { Templates } from './templates.js';

/** The runtime's own types declare templates, but not `create`. */
const { create } = runtime as unknown as Pick<typeof Handlebars, 'create'>;

/** `specs`: the output of Handlebars' precompiler, by path below templates/ without extension. */
export function openTemplates(specs: Readonly<Record<string, TemplateSpecification>>, wording: Wording): Templates {
  return makePrinter(specs, create, (environment, spec) => environment.template(spec), wording);
}
