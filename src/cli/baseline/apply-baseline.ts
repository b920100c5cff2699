/** Leaves out the findings that a baseline lists, asks to shrink it where it lists more, or writes it. */
import { writeNamed } from '../output/index.js';
import { displayPath, failsStrictly } from '../project/index.js';
import type { LintedFlow } from '../project/index.js';
import { count } from '../terminal/index.js';
import type { World } from '../world/index.js';
import type { Finding } from '../../lint/index.js';
import type { Diagnostic } from '../../source/index.js';
import { printBaseline } from './baseline-file.js';
import type { Listed } from './baseline-file.js';
import { countEntries, entryOf, keyOf } from './entries.js';
import type { Counts } from './entries.js';
import type { Baseline } from './read-baseline.js';

export interface BaselinedFlow extends LintedFlow {
  /** The number of findings that the baseline lists, which are left out. */
  readonly baselined: number;
}

export interface Baselined {
  readonly linted: readonly BaselinedFlow[];
  /** Mistakes in baselines, and entries whose findings are gone. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether there is a warning that fails. */
  readonly fails: boolean;
  /** What was written, for the summary. */
  readonly written: readonly string[];
}

/** Of equal findings, as many as the baseline lists are left out. */
export function leaveOut({ flows, listed, covers, diagnostics, update }: Baseline): Baselined {
  const left = new Map([...listed].map(([key, { number }]) => [key, number]));
  const isListed = (flow: LintedFlow, finding: Finding): boolean => {
    const key = keyOf(entryOf(flow, finding));
    const rest = left.get(key) ?? 0;
    left.set(key, rest - 1);
    return rest > 0;
  };
  const linted = flows.map((flow): BaselinedFlow => {
    const findings = flow.findings.filter((found) => !('rule' in found && isListed(flow, found)));
    return { ...flow, findings, baselined: flow.findings.length - findings.length };
  });
  // Lines that can't be read may be what is missing.
  const complete = diagnostics.length === 0 ? [...listed] : [];
  const gone = complete.flatMap(([key, one]) => {
    const rest = left.get(key) ?? 0;
    return rest > 0 && covers(one.entry) ? [goneFinding(one, rest, update)] : [];
  });
  const fails = failsStrictly(linted) || (gone.length > 0 && linted.some(({ isStrict }) => isStrict));
  return { linted, diagnostics: [...diagnostics, ...gone], fails, written: [] };
}

function goneFinding({ entry: { flow, rule }, number, span }: Listed, gone: number, update: string): Diagnostic {
  const said = number === 1 ? 'this finding' : `${gone} of these ${number} findings`;
  return {
    code: 'unused-baseline',
    severity: 'warning',
    message: `${said} of ${rule} in ${flow} ${number > 1 && gone > 1 ? 'are' : 'is'} gone`,
    span,
    hint: `shrink the baseline: ${update}`,
  };
}

/** Entries of what was not checked stay. A file with mistakes is not written: it may be no baseline. */
export async function writeBaseline(baseline: Baseline, world: World): Promise<Baselined> {
  const { file, flows, listed, covers, diagnostics } = baseline;
  if (diagnostics.length > 0) return leaveOut(baseline);
  const [covered, kept] = [
    [...listed].filter(([, one]) => covers(one.entry)),
    [...listed].filter(([, one]) => !covers(one.entry)),
  ];
  const present = countEntries(flows.flatMap((flow) => findingsOf(flow).map((finding) => entryOf(flow, finding))));
  const next: Counts = new Map([...kept, ...present]);
  const result = await writeNamed(file, printBaseline(next), world);
  if (typeof result === 'object') return { ...leaveOut(baseline), diagnostics: [result] };
  const [added, removed] = [surplus([...present], listed), surplus(covered, present)];
  const total = surplus([...next], new Map());
  const linted = flows.map(withoutFindings);
  return {
    linted,
    diagnostics: [],
    fails: failsStrictly(linted),
    written: [`${displayPath(file, world)}: ${count(total, 'finding')}, ${added} added, ${removed} removed`],
  };
}

const findingsOf = ({ findings }: LintedFlow): readonly Finding[] =>
  findings.flatMap((found) => ('rule' in found ? [found] : []));

function withoutFindings(flow: LintedFlow): BaselinedFlow {
  const findings = flow.findings.filter((found) => !('rule' in found));
  return { ...flow, findings, baselined: flow.findings.length - findings.length };
}

interface Numbered {
  readonly number: number;
}

/** How many findings the first has more than the second. */
const surplus = (some: readonly (readonly [string, Numbered])[], other: ReadonlyMap<string, Numbered>): number =>
  some.reduce((sum, [key, { number }]) => sum + Math.max(0, number - (other.get(key)?.number ?? 0)), 0);
