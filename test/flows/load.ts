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

const loaded = new Map<string, Flow>();

/** Throws where the flow has any diagnostic: a shipped flow has none. */
export function loadFlow(id: string, { set = {}, rewrite }: LoadOptions = {}): Flow {
  const flow = (rewrite ? null : loaded.get(id)) ?? compile(id, {}, rewrite);
  if (!rewrite) loaded.set(id, flow);
  const known = Object.entries(set).filter(([name]) => flow.variables.some((variable) => variable.name === name));
  return known.length > 0 ? compile(id, Object.fromEntries(known), rewrite) : flow;
}

function compile(id: string, set: Readonly<Record<string, string>>, rewrite = (text: string) => text): Flow {
  const readSource = (path: string) => ({ path, text: rewrite(readFileSync(new URL(path, root), 'utf8')) });
  const { flow, diagnostics } = compileFlow(readSource(`flows/${id}.yaml`), { readSource, set });
  const messages = diagnostics.map(({ severity, message }) => `${severity}: ${message}`);
  if (!flow || messages.length > 0) throw new Error(`${id}: ${messages.join('; ')}`);
  return flow;
}
