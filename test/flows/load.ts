/** The shipped flows, compiled. */
import { readdirSync, readFileSync } from 'node:fs';
import { compileFlow } from '../../src/compile.js';
import type { Flow } from '../../src/model/flow.js';

const root = new URL('../../', import.meta.url);

export const flowIds: readonly string[] = readdirSync(new URL('flows/', root))
  .filter((name) => /^[^_].*\.yaml$/.test(name))
  .map((name) => name.replace('.yaml', ''));

/** Throws where the flow has any diagnostic: a shipped flow has none. */
export function loadFlow(id: string): Flow {
  const read = (path: string) => ({ path, text: readFileSync(new URL(path, root), 'utf8') });
  const { flow, diagnostics } = compileFlow(read(`flows/${id}.yaml`), { readSource: read });
  const messages = diagnostics.map(({ severity, message }) => `${severity}: ${message}`);
  if (!flow || messages.length > 0) throw new Error(`${id}: ${messages.join('; ')}`);
  return flow;
}
