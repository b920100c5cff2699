import type { Diagnostic } from '../../diagnostic.js';
import { compileProjects } from '../compile-flows.js';
import type { Run } from '../command.js';
import { openProjects } from '../config/projects.js';
import { exitCodes } from '../exit-code.js';
import { lintFlows } from '../lint-flows.js';
import type { LintedFlow } from '../lint-flows.js';
import { count } from '../printable.js';

/** Flows against the security rules. */
export const runLint: Run = async (world, request) => {
  const { projects, codes, ...opened } = await openProjects(request, world);
  const compiled = await compileProjects(projects, world, 'ignore');
  const linted = await lintFlows(
    compiled.flatMap(({ flows }) => flows),
    request.options,
  );
  const findings = linted.flatMap((flow) => flow.findings);
  const fails = request.options.strict && findings.some(({ severity }) => severity === 'warning');
  return {
    diagnostics: [...opened.diagnostics, ...compiled.flatMap(({ diagnostics }) => diagnostics), ...findings],
    paths: compiled.flatMap(({ paths }) => paths),
    summary: linted.map(summarize).join('\n') || undefined,
    codes: fails ? [...codes, exitCodes.findings] : codes,
  };
};

/** What was looked at: a rule that found nothing to look at has not passed. */
function summarize({ compiled, findings, allowed, skipped, checked }: LintedFlow): string {
  const kinds = allowed.map(({ finding, reason }) => `${finding.code} (${reason})`);
  return [
    `${compiled.source.path}: ${count(checked.length, 'rule')} checked, ${tell(findings)}`,
    ...(kinds.length > 0 ? [`  allowed: ${[...new Set(kinds)].join(', ')}`] : []),
    ...(skipped.length > 0
      ? [`  skipped, as the flow shows nothing for them: ${ranges(skipped.map(({ rule: { id } }) => id))}`]
      : []),
  ].join('\n');
}

const tell = (findings: readonly Diagnostic[]): string =>
  findings.length === 0 ? 'no findings' : count(findings.length, 'finding');

/** `SEC001, SEC006-SEC013` */
function ranges(ids: readonly string[]): string {
  const runs: string[][] = [];
  for (const id of ids) {
    const last = runs.at(-1);
    const follows = Number(last?.at(-1)?.slice(3)) + 1 === Number(id.slice(3));
    if (last && follows) last.push(id);
    else runs.push([id]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run : [`${run[0] ?? ''}-${run.at(-1) ?? ''}`])).join(', ');
}
