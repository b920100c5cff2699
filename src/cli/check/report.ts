/** The summary of `check`, and the differences that it prints. */
import { optionWords, outputOptions } from '../grammar/index.js';
import { count, formatDiff, listing, styleFor } from '../terminal/index.js';
import type { World } from '../world/index.js';
import { isMadeByDefault, renderCommand } from './finding.js';
import type { Asked, Finding, Verdict } from './finding.js';

/** One diff after the other on standard output, as `git apply` takes them. */
export async function printDiffs(findings: readonly Finding[], { stdout, env }: World): Promise<void> {
  const style = styleFor(stdout, env);
  for (const { difference } of findings) {
    if (difference) stdout.write(await formatDiff(difference.current, difference.wanted, style));
  }
}

interface Checked {
  readonly findings: readonly Finding[];
  /** The number of flows that could be checked, and of files. */
  readonly flows: number;
  readonly paths: number;
  /** The output folders as in messages. */
  readonly folders: readonly string[];
}

export interface Summary {
  readonly said: string;
  /** The command that fixes it. */
  readonly fix?: string;
}

/** Undefined where there is nothing to report. */
export function summarize({ findings, flows, paths, folders }: Checked, asked: Asked): Summary | undefined {
  const out = listing(folders.map((folder) => `${folder}/`));
  const verb = folders.length > 1 ? 'are' : 'is';
  const grave = findings.filter(({ diagnostic }) => diagnostic.severity === 'error');
  if (grave.length === 0) {
    if (flows === 0) return undefined;
    if (flows < paths) return { said: `${flows} of ${count(paths, 'flow')} checked: their output is current` };
    return { said: `${count(flows, 'flow')} checked: ${out} ${verb} current` };
  }
  const counts = verdicts.flatMap(([verdict, words]) => {
    const number = grave.filter((finding) => finding.verdict === verdict).length;
    return number > 0 ? [{ number, words }] : [];
  });
  const said = counts.map(({ number, words }, index) => `${index === 0 ? count(number, 'file') : number} ${words}`);
  const fixable = grave.filter(({ isByHand }) => !isByHand);
  const notCurrent = { said: `${out} ${verb} not current: ${listing(said)}` };
  return fixable.length === 0 ? notCurrent : { ...notCurrent, fix: fixingCommand(fixable, asked) };
}

/** The results, followed by one command that fixes all of them. */
export function printSummaries(summaries: readonly (Summary | undefined)[]): readonly string[] {
  const found = summaries.filter((summary) => summary !== undefined);
  const commands = found.flatMap(({ fix }) => fix ?? []);
  const said = found.map((summary) => summary.said);
  return commands.length === 0 ? said : [...said, `fix with:\n\n  ${commands.join(' && ')}\n`];
}

const verdicts: readonly (readonly [Verdict, string])[] = [
  ['stale', 'stale'],
  ['edited', 'edited by hand'],
  ['conflict', 'with a merge conflict'],
  ['tool', 'of another version'],
  ['orphaned', 'orphaned'],
  ['missing', 'missing'],
];

/** The one command that makes a check pass. Only a run over all flows can find orphans. */
function fixingCommand(findings: readonly Finding[], asked: Asked): string {
  const made = findings.filter(({ compiled }) => compiled);
  if (made.length === findings.length) return renderCommand(made, asked);
  const all = ['authflow render --prune', ...optionWords(asked.options, outputOptions)].join(' ');
  const others = made.filter((finding) => !isMadeByDefault(finding, asked));
  return others.length > 0 ? `${all} && ${renderCommand(others, asked)}` : all;
}
