/** A flow file of this folder, compiled with what it includes, and linted. */
import { readFileSync } from 'node:fs';
import { compileFlow } from '../../src/compile.js';
import { lintFlow } from '../../src/lint/lint-flow.js';
import type { Linted, LintOptions } from '../../src/lint/lint-flow.js';
import type { Flow } from '../../src/model/flow.js';
import type { Source } from '../../src/source/source.js';

export const root = new URL('../../', import.meta.url);

export const readSource = (path: string): Source | null => {
  try {
    return { path, text: readFileSync(new URL(path.replace(/^shipped:(.*)/, 'flows/$1.yaml'), root), 'utf8') };
  } catch {
    return null;
  }
};

/** Throws what is wrong with the flow. */
export function compileText(text: string, path: string): { readonly flow: Flow; readonly sources: readonly Source[] } {
  // As in the command: the rules tell about secrets.
  const { flow, diagnostics, sources } = compileFlow({ path, text }, { readSource, secrets: 'ignore' });
  if (!flow) throw new Error(`${path}: ${JSON.stringify(diagnostics.map(({ message }) => message))}`);
  return { flow, sources };
}

export function lintText(text: string, path: string, options: LintOptions = {}): Linted {
  const { flow, sources } = compileText(text, path);
  return lintFlow(flow, { sources, ...options });
}

/** `error SEC006 14:7 message` */
export const lines = ({ findings }: Linted): string[] =>
  findings.map(({ severity, code, message, span }) => {
    const at = span ? span.source.text.slice(0, span.start).split('\n') : [];
    return `${severity} ${code} ${at.length}:${(at.at(-1)?.length ?? 0) + 1} ${message}`;
  });
