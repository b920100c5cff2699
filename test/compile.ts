/** Flow files in a test's own words. */
import { compileFlow } from '../src/compile.js';
import type { CompileOptions } from '../src/compile.js';
import type { Diagnostic } from '../src/source/diagnostic.js';
import type { Flow } from '../src/model/flow.js';
import { messagesOf } from '../src/model/tree.js';
import { positionAt } from '../src/source/source.js';
import type { Message } from '../src/model/step.js';

/** Texts by path, for flows that name other files. */
export type Files = Readonly<Record<string, string>>;

/** Two parties that are always there. */
const head = `id: flow
title: Flow
participants: { C: Client, AS: Authorization server }
`;

/** A whole flow file of its `steps:`; further keys may follow them. */
export const withSteps = (steps: string): string => `${head}steps:\n${steps}`;

const compile = (text: string, files: Files, options: CompileOptions) =>
  compileFlow(
    { path: 'flow.yaml', text },
    { readSource: (path) => (Object.hasOwn(files, path) ? { path, text: files[path] ?? '' } : null), ...options },
  );

/** The model; throws where anything at all is wrong with the file. */
export function flowOf(text: string, files: Files = {}, options: CompileOptions = {}): Flow {
  const { flow, diagnostics } = compile(text, files, options);
  if (!flow || diagnostics.length > 0) throw new Error(diagnostics.map(tell).join('\n'));
  return flow;
}

export const messagesIn = (text: string, files: Files = {}): readonly Message[] => [
  ...messagesOf(flowOf(text, files).steps),
];

/** `flow.yaml:5:5 known-participants: unknown participant "X"` */
export const mistakesIn = (text: string, files: Files = {}, options: CompileOptions = {}): readonly string[] =>
  compile(text, files, options).diagnostics.map(tell);

function tell({ code, message, span }: Diagnostic): string {
  if (!span) return `${code}: ${message}`;
  const { line, column } = positionAt(span.source, span.start);
  return `${span.source.path}:${line}:${column} ${code}: ${message}`;
}
