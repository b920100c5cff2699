/** The shipped flows, compiled. */
import { readdirSync, readFileSync } from 'node:fs';
import { compileFlow } from '../../src/compile.js';
import type { Flow } from '../../src/model/flow.js';

const root = new URL('../../', import.meta.url);

export const flowIds: readonly string[] = readdirSync(new URL('flows/', root))
  .filter((name) => /^[^_].*\.yaml$/.test(name))
  .map((name) => name.replace('.yaml', ''))
  .sort();

export interface LoadOptions {
  /** Values of variables, as far as the flow has them. */
  readonly set?: Readonly<Record<string, string>>;
  /** Changes each file's text before it is read. */
  readonly rewrite?: (text: string) => string;
}

/** Throws where the flow has any diagnostic: a shipped flow has none. */
export function loadFlow(id: string, { set = {}, rewrite = (text) => text }: LoadOptions = {}): Flow {
  const read = (path: string) => ({ path, text: rewrite(readFileSync(new URL(path, root), 'utf8')) });
  const compile = (values: LoadOptions['set'] = {}): Flow => {
    const { flow, diagnostics } = compileFlow(read(`flows/${id}.yaml`), { readSource: read, set: values });
    const messages = diagnostics.map(({ severity, message }) => `${severity}: ${message}`);
    if (!flow || messages.length > 0) throw new Error(`${id}: ${messages.join('; ')}`);
    return flow;
  };
  const names = compile().variables.map(({ name }) => name);
  const known = Object.entries(set).filter(([name]) => names.includes(name));
  return known.length > 0 ? compile(Object.fromEntries(known)) : compile();
}
