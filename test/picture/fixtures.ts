/** Flows that only tests of pictures have, and the scenes that programs get of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { compileFlow } from '../../src/compile.js';
import type { Flow } from '../../src/model/flow.js';

const folder = new URL('../fixtures/', import.meta.url);

export const namesIn = (kind: string): readonly string[] =>
  readdirSync(new URL(`${kind}/`, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace('.yaml', ''))
    .sort();

/** Throws where the flow has an error. */
export function loadFixture(kind: string, name: string): Flow {
  const readSource = (path: string) => {
    const file = new URL(`${kind}/${path}`, folder);
    return existsSync(file) ? { path, text: readFileSync(file, 'utf8') } : null;
  };
  const source = readSource(`${name}.yaml`);
  const { flow, diagnostics } = compileFlow(source!, { readSource });
  if (!flow) throw new Error(`${name}: ${diagnostics.map(({ message }) => message).join('; ')}`);
  return flow;
}
