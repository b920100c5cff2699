/** `--fix`: fixes what can be fixed before a command reports the rest. */
import type { Run } from '../grammar/index.js';
import { readBytes, writeNamed } from '../output/index.js';
import { changedMeanwhile, displayPath, STDIN } from '../project/index.js';
import { UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Diagnostic } from '../../source/index.js';
import type { Drafts } from './drafts.js';
import { findFixes } from './find-fixes.js';

/** The command with `--fix`. Throws a UsageError for standard input, which can't be changed. */
export const withFixes =
  (run: Run): Run =>
  async (world, request) => {
    const { fix, updateBaseline: _, ...options } = request.options;
    if (!fix) return run(world, request);
    if (request.paths.includes(STDIN)) throw new UsageError("--fix can't change standard input: name files");
    const { drafts, fixed } = await findFixes(run, { ...request, options }, world);
    const failed = await writeDrafts(drafts, world);
    const unwritten = failed.map(({ span }) => span?.source.path);
    const outcome = await run(world, request);
    return {
      ...outcome,
      diagnostics: [...failed, ...outcome.diagnostics],
      fixed: fixed.filter(({ fix }) => fix.edits.every(({ span }) => !unwritten.includes(span.source.path))),
    };
  };

async function writeDrafts(drafts: Drafts, world: World): Promise<readonly Diagnostic[]> {
  const failed: Diagnostic[] = [];
  for (const [file, { before, bytes }] of drafts) {
    const current = readBytes(file, world);
    const isSame = current !== null && before.equals(current);
    const result = isSame
      ? await writeNamed(file, bytes, world)
      : changedMeanwhile(displayPath(file, world), 'was not written');
    if (typeof result === 'object') failed.push(result);
  }
  return failed;
}
