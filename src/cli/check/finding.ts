/** What `check` finds wrong with output. */
import { optionWords, outputOptions, quoteWord } from '../grammar/index.js';
import type { OptionValues, OutputFormat } from '../grammar/index.js';
import { STDIN, STDIN_PATH } from '../project/index.js';
import type { CompiledFlow } from '../project/index.js';
import type { Diagnostic, Source } from '../../source/index.js';

/** `tool`: it would come out otherwise, but only since authflow has changed. */
export type Verdict = 'missing' | 'stale' | 'edited' | 'tool' | 'orphaned';

export interface Finding {
  readonly verdict: Verdict;
  readonly diagnostic: Diagnostic;
  /** The flow that makes it; null for what none does. */
  readonly compiled: CompiledFlow | null;
  /** Null for what is only there. */
  readonly format: OutputFormat | null;
  /** For a diff: what is there, and what should be. */
  readonly difference: { readonly current: Source; readonly wanted: string } | null;
}

/** How `check` was asked: what the commands that mend its findings repeat. */
export interface Asked {
  /** Of the command line and the environment. */
  readonly options: OptionValues;
  /** The flow files that were named. */
  readonly paths: readonly string[];
}

/** The command that makes what these flows render to current. Formats that are not made by default are named. */
export function renderCommand(findings: readonly Pick<Finding, 'compiled' | 'format'>[], { options }: Asked): string {
  const flows = [...new Set(findings.flatMap(({ compiled }) => compiled ?? []))];
  const paths = flows.map(({ source }) => (source.path === STDIN_PATH ? STDIN : quoteWord(source.path)));
  const formats = findings.flatMap(({ format }) => format ?? []);
  const isUsual = formats.every((format) => usual.some((name) => name === format));
  const named = options.format ?? (isUsual ? undefined : [...new Set(formats)]);
  return [
    'authflow render',
    ...paths,
    ...optionWords({ ...options, ...(named && { format: named }) }, outputOptions),
  ].join(' ');
}

const usual: readonly OutputFormat[] = ['mermaid', 'text', 'page'];
