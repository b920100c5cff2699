/** What `check` finds wrong with output. */
import { optionWords, outputOptions, quoteWord } from '../grammar/index.js';
import type { OptionValues } from '../grammar/index.js';
import { outputOf } from '../../render.js';
import type { Format } from '../../render.js';
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
  readonly format: Format | null;
  /** Of slides: the options that decide their form, as they were made with. */
  readonly slideOptions?: string;
  /** For a diff: what is there, and what should be. */
  readonly difference: { readonly current: Source; readonly wanted: string } | null;
}

/** What came of a comparison. */
export interface Compared {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The hint of a finding that one command makes current. */
export const fixWith = (command: string): string => `mend it with: ${command}`;

/** How `check` was asked: what the commands that mend its findings repeat. */
export interface Asked {
  /** Of the command line and the environment. */
  readonly options: OptionValues;
  /** The flow files that were named. */
  readonly paths: readonly string[];
}

/** The command that makes what these flows render to current. Formats that are not made by default are named. */
export function renderCommand(
  findings: readonly Pick<Finding, 'compiled' | 'format' | 'slideOptions'>[],
  { options }: Asked,
): string {
  const slides = findings.filter(({ format }) => format === 'slides');
  const others = findings.filter(({ format }) => format !== 'slides');
  const forms = [...new Set(slides.map(({ slideOptions = '' }) => slideOptions))];
  const commands = [
    ...(others.length > 0 ? [rendering(others, options)] : []),
    ...forms.map((form) => {
      const alike = slides.filter(({ slideOptions = '' }) => slideOptions === form);
      const { format: _format, ...rest } = options;
      return [rendering(alike, rest), '--slides', form].filter((word) => word !== '').join(' ');
    }),
  ];
  return commands.join(' && ');
}

function rendering(findings: readonly Pick<Finding, 'compiled' | 'format'>[], options: OptionValues): string {
  const flows = [...new Set(findings.flatMap(({ compiled }) => compiled ?? []))];
  const paths = flows.map(({ source }) => (source.path === STDIN_PATH ? STDIN : quoteWord(source.path)));
  const formats = findings.flatMap(({ format }) => (format === null || format === 'slides' ? [] : [format]));
  const isUsual = findings.every(
    ({ compiled, format }) => compiled === null || format === 'slides' || isMadeByDefault(compiled, format),
  );
  const named = options.format ?? (isUsual ? undefined : [...new Set(formats)]);
  return [
    'authflow render',
    ...paths,
    ...optionWords({ ...options, ...(named && { format: named }) }, outputOptions),
  ].join(' ');
}

/** Whether `render` makes it where nobody names formats. */
export function isMadeByDefault({ flow }: CompiledFlow, format: Format | null): boolean {
  if (format === null) return true;
  const output = outputOf(format);
  return output.content === 'text' && output.isDefault(flow);
}
