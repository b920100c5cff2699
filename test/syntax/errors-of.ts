/** Flow files that mean harm are built on the smallest one; this is what the compiler says of them. */
import { expect } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { isError } from '../../src/source/diagnostic.js';
import type { Source } from '../../src/source/source.js';
import type { Limits } from '../../src/syntax/limits.js';

export const sourceOf = (text: string): Source => ({ path: 'flow.yaml', text });

export const head = 'id: login\ntitle: Login\nparticipants: { C: Client, S: Server }\n';
/** A flow with one message and more. */
export const flow = (more: string): string => `${head}steps:\n  - C -> S: one\n${more}`;

export function errorsOf(text: string, limits?: Partial<Limits>): readonly string[] {
  const { flow: built, diagnostics } = compileFlow(sourceOf(text), limits ? { limits } : {});
  const errors = diagnostics.filter(isError);
  expect(built === null).toBe(errors.length > 0);
  return errors.map(({ code, message, hint }) => `${code}: ${message}; ${hint ?? ''}`);
}
