import type { Run } from '../grammar/index.js';
import { compileProjects, lintFlows, openProjects, skippedRules } from '../project/index.js';
import type { LintedFlow } from '../project/index.js';
import { count, ranges } from '../terminal/index.js';
import { exitCodes } from '../world/index.js';
import type { Diagnostic } from '../../source/index.js';

/** Flows against the security rules. */
export const runLint: Run = async (world, request) => {
  const { projects, codes, ...opened } = await openProjects(request, world);
  const compiled = await compileProjects(projects, world, { secrets: 'ignore' });
  const linted = await lintFlows(
    compiled.flatMap(({ flows }) => flows),
    request.options,
  );
  const findings = linted.flatMap((flow) => flow.findings);
  const fails = request.options.strict && findings.some(({ severity }) => severity === 'warning');
  return {
    diagnostics: [...opened.diagnostics, ...compiled.flatMap(({ diagnostics }) => diagnostics), ...findings],
    paths: compiled.flatMap(({ paths }) => paths),
    skipped: linted.flatMap(skippedRules),
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
