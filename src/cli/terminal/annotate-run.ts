/** What a run in GitHub Actions tells beside its log: annotations, and the page of the run. */
import { annotate, stepSummary } from './report/index.js';
import type { ReportContext } from './report/index.js';
import { explainFileError } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Diagnostic } from '../../source/index.js';

/** The runner reads its commands on both streams; standard output may hold data. */
export function annotateRun(diagnostics: readonly Diagnostic[], context: ReportContext, world: World): void {
  const { stderr, env, files } = world;
  stderr.write(annotate(diagnostics, context));
  const summary = env.GITHUB_STEP_SUMMARY;
  if (!summary) return;
  try {
    // Earlier steps' words are there already.
    files.writeFileSync(summary, stepSummary(diagnostics, context), { flag: 'a' });
  } catch (error) {
    stderr.write(`${summary}: the step summary can't be written: ${explainFileError(error)}\n`);
  }
}
