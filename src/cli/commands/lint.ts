import { applyBaselines } from '../baseline/index.js';
import type { BaselinedFlow } from '../baseline/index.js';
import type { Request, Run } from '../grammar/index.js';
import { changesSince, openLinter, openProjects, skippedRules, visitFlows } from '../project/index.js';
import { count, ranges } from '../terminal/index.js';
import { exitCodes } from '../world/index.js';
import { isError } from '../../source/index.js';

/** Checks flows against the security rules. */
export const runLint: Run = async (world, request) => {
  const { projects, codes, ...opened } = await openProjects(request, world);
  const { paths: asked, options } = request;
  const lint = await openLinter(options);
  const isWanted = changesSince(options, world)?.touch;
  const visited = await visitFlows(projects, world, { secrets: 'ignore', isWanted }, lint);
  const before = [...opened.diagnostics, ...visited.flatMap(({ diagnostics }) => diagnostics)];
  const isAll = asked.length === 0 && options.since === undefined && !opened.diagnostics.some(isError);
  const isWhole = isAll && visited.every(({ areIdsKnown }) => areIdsKnown);
  const checked = projects.flatMap((project, index) => {
    const { flows: linted, ids } = visited[index] ?? {};
    return linted && ids ? [{ ...project, linted, ids }] : [];
  });
  const { linted, written, fails, ...baselines } = await applyBaselines(checked, { ...request, isWhole }, world);
  const isListed = linted.length === 1 || request.options.verbose;
  const summary = isListed ? linted.map(describeFlow) : summarize(linted);
  return {
    diagnostics: [...before, ...linted.flatMap(({ findings }) => findings), ...baselines.diagnostics],
    paths: visited.flatMap(({ paths }) => paths),
    skipped: linted.flatMap(skippedRules),
    summary: [...summary, ...written].join('\n') || (before.some(isError) ? undefined : nothingFor(request)),
    codes: fails ? [...codes, exitCodes.findings] : codes,
  };
};

function nothingFor({ options: { since, shard } }: Request): string {
  if (shard) return `nothing to lint: no flow is in shard ${shard.number}/${shard.total}`;
  return since === undefined
    ? 'nothing to lint: no flow is left here'
    : `nothing to lint: no flow changed since ${since}`;
}

/** Names the skipped rules, because a rule that had nothing to check has not passed. */
function describeFlow({ path, findings, baselined, allowed, skipped, checked }: BaselinedFlow): string {
  const kinds = allowed.map(({ finding, reason }) => `${finding.code} (${reason})`);
  const rules = `${checked.length} of ${count(checked.length + skipped.length, 'rule')} checked`;
  return [
    `${path}: ${rules}, ${countFindings(findings.length)}${inBaseline(baselined)}`,
    ...(kinds.length > 0 ? [`  allowed: ${[...new Set(kinds)].join(', ')}`] : []),
    ...(skipped.length > 0
      ? [`  skipped, because the flow shows nothing for them: ${ranges(skipped.map(({ rule: { id } }) => id))}`]
      : []),
  ].join('\n');
}

/** The totals of several flows, and the rules that were skipped in all of them. */
function summarize(linted: readonly BaselinedFlow[]): readonly string[] {
  const [first, ...others] = linted;
  if (!first) return [];
  const total = (of: (flow: BaselinedFlow) => readonly unknown[]): number =>
    linted.reduce((sum, flow) => sum + of(flow).length, 0);
  const allowed = total((flow) => flow.allowed);
  const neverChecked = first.skipped
    .map(({ rule: { id } }) => id)
    .filter((id) => others.every(({ skipped }) => skipped.some(({ rule }) => rule.id === id)));
  const [checked, skipped] = [total((flow) => flow.checked), total((flow) => flow.skipped)];
  return [
    `${linted.length} flows, ${count(first.checked.length + first.skipped.length, 'rule')}: ` +
      countFindings(total((flow) => flow.findings)) +
      (allowed > 0 ? `, ${allowed} allowed` : '') +
      inBaseline(linted.reduce((sum, { baselined }) => sum + baselined, 0)),
    `  ${count(checked, 'check')} made, ${skipped} skipped because a flow shows nothing for the rule (--verbose lists them)`,
    ...(neverChecked.length > 0 ? [`  skipped in every flow: ${ranges(neverChecked)}`] : []),
  ];
}

const inBaseline = (number: number): string => (number > 0 ? `, ${number} in the baseline` : '');

const countFindings = (number: number): string => (number === 0 ? 'no findings' : count(number, 'finding'));
