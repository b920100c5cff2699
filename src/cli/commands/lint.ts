import type { Request, Run } from '../grammar/index.js';
import { changesSince, openLinter, openProjects, skippedRules, visitFlows } from '../project/index.js';
import type { LintedFlow } from '../project/index.js';
import { count, ranges } from '../terminal/index.js';
import { exitCodes } from '../world/index.js';

/** Checks flows against the security rules. */
export const runLint: Run = async (world, request) => {
  const { projects, codes, ...opened } = await openProjects(request, world);
  const lint = await openLinter(request.options);
  const isWanted = changesSince(request.options, world)?.touch;
  const visited = await visitFlows(projects, world, { secrets: 'ignore', isWanted }, lint);
  const linted = visited.flatMap(({ flows }) => flows);
  const findings = linted.flatMap((flow) => flow.findings);
  const fails = request.options.strict && findings.some(({ severity }) => severity === 'warning');
  const isListed = linted.length === 1 || request.options.verbose;
  return {
    diagnostics: [...opened.diagnostics, ...visited.flatMap(({ diagnostics }) => diagnostics), ...findings],
    paths: visited.flatMap(({ paths }) => paths),
    skipped: linted.flatMap(skippedRules),
    summary: (isListed ? linted.map(describeFlow).join('\n') : summarize(linted)) || nothingFor(request),
    codes: fails ? [...codes, exitCodes.findings] : codes,
  };
};

function nothingFor({ options: { since, shard } }: Request): string | undefined {
  if (shard) return `nothing to lint: no flow is in shard ${shard.number}/${shard.total}`;
  return since === undefined ? undefined : `nothing to lint: no flow changed since ${since}`;
}

/** Names the skipped rules, because a rule that had nothing to check has not passed. */
function describeFlow({ path, findings, allowed, skipped, checked }: LintedFlow): string {
  const kinds = allowed.map(({ finding, reason }) => `${finding.code} (${reason})`);
  const rules = `${checked.length} of ${count(checked.length + skipped.length, 'rule')} checked`;
  return [
    `${path}: ${rules}, ${countFindings(findings.length)}`,
    ...(kinds.length > 0 ? [`  allowed: ${[...new Set(kinds)].join(', ')}`] : []),
    ...(skipped.length > 0
      ? [`  skipped, because the flow shows nothing for them: ${ranges(skipped.map(({ rule: { id } }) => id))}`]
      : []),
  ].join('\n');
}

/** The totals of several flows, and the rules that were skipped in all of them. */
function summarize(linted: readonly LintedFlow[]): string {
  const [first, ...others] = linted;
  if (!first) return '';
  const total = (of: (flow: LintedFlow) => readonly unknown[]): number =>
    linted.reduce((sum, flow) => sum + of(flow).length, 0);
  const allowed = total((flow) => flow.allowed);
  const neverChecked = first.skipped
    .map(({ rule: { id } }) => id)
    .filter((id) => others.every(({ skipped }) => skipped.some(({ rule }) => rule.id === id)));
  const [checked, skipped] = [total((flow) => flow.checked), total((flow) => flow.skipped)];
  return [
    `${linted.length} flows, ${count(first.checked.length + first.skipped.length, 'rule')}: ` +
      countFindings(total((flow) => flow.findings)) +
      (allowed > 0 ? `, ${allowed} allowed` : ''),
    `  ${count(checked, 'check')} made, ${skipped} skipped because a flow shows nothing for the rule (--verbose lists them)`,
    ...(neverChecked.length > 0 ? [`  skipped in every flow: ${ranges(neverChecked)}`] : []),
  ].join('\n');
}

const countFindings = (number: number): string => (number === 0 ? 'no findings' : count(number, 'finding'));
