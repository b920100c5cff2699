/** Reads the baseline of projects. */
import { relative } from 'node:path';
import { quoteWord } from '../grammar/index.js';
import type { OptionValues } from '../grammar/index.js';
import { displayPath, isFirstShard, readInside, readText } from '../project/index.js';
import type { LintedFlow, LintedProject } from '../project/index.js';
import { explainMissing, fileDiagnostic, isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Diagnostic, Span } from '../../source/index.js';
import { parseBaseline } from './baseline-file.js';
import type { Listed, ParsedBaseline } from './baseline-file.js';
import type { Entry } from './entries.js';

export interface Asked {
  /** The options of the command line. */
  readonly options: OptionValues;
  /** Whether the ids of all flows are known, so that entries of other flows are of flows that no longer exist. */
  readonly isWhole: boolean;
}

export interface Baseline {
  /** Absolute. */
  readonly file: string;
  /** By the key of their entry. */
  readonly listed: ReadonlyMap<string, Listed>;
  /** Mistakes in the file. */
  readonly diagnostics: readonly Diagnostic[];
  /** The flows that it is for. */
  readonly flows: readonly LintedFlow[];
  /** Whether the flow of an entry was checked against its rule. */
  readonly covers: (entry: Entry) => boolean;
  /** The command that writes it. */
  readonly update: string;
}

/** `projects`: those with the baseline in `file`, which is absolute. */
export function readBaseline(file: string, projects: readonly LintedProject[], asked: Asked, world: World): Baseline {
  const flows = projects.flatMap(({ linted }) => linted);
  const named = asked.options.baseline === undefined ? [] : ['--baseline', quoteWord(displayPath(file, world))];
  const update = ['authflow lint', ...named, '--update-baseline'].join(' ');
  const { listed, diagnostics } = readListed(file, update, projects, asked, world);
  const roots = [world.cwd, ...projects.map(({ config }) => config.folder)];
  const isWhole = asked.isWhole && roots.some((root) => !relative(root, file).startsWith('..'));
  return {
    file,
    listed,
    diagnostics: [...diagnostics, ...doubleIds(projects)],
    flows,
    covers: coverOf(projects, { ...asked, isWhole }),
    update,
  };
}

function readListed(
  file: string,
  update: string,
  [project]: readonly LintedProject[],
  { options }: Asked,
  world: World,
): ParsedBaseline {
  const failed = (...diagnostics: readonly Diagnostic[]): ParsedBaseline => ({ listed: new Map(), diagnostics });
  if (isThere(file, world)) {
    const read = options.baseline === undefined ? readInside(file, world) : readText(file, world);
    return 'source' in read ? parseBaseline(read.source) : failed(read.diagnostic);
  }
  if (options.updateBaseline) return failed();
  const reason = explainMissing(file, world.files);
  const missing = fileDiagnostic(
    'known-baselines',
    displayPath(file, world),
    `the baseline ${displayPath(file, world)} ${reason === null ? 'does not exist' : `can't be read: ${reason}`}`,
    reason === null ? `write it with: ${update}` : undefined,
  );
  const span = options.baseline === undefined ? project?.config.shape.lint?.baseline?.span : undefined;
  return failed({ ...missing, span: span ?? missing.span });
}

/**
 * Without `--rule` every rule was checked, also one that a release has removed. Flows that no longer exist are in no shard, so the
 * first one covers them.
 */
function coverOf(projects: readonly LintedProject[], { options, isWhole }: Asked): Baseline['covers'] {
  const flows = projects.flatMap(({ linted }) => linted);
  const rules = new Set(
    flows.flatMap(({ checked, skipped }) => [...checked, ...skipped.map(({ rule }) => rule)]).map(({ id }) => id),
  );
  const checked = new Set(flows.map(({ id }) => id));
  const isGone = (flow: string): boolean => isWhole && !projects.some(({ ids }) => ids.has(flow));
  const coversGone = isFirstShard(options.shard);
  return ({ flow, rule }) =>
    (checked.has(flow) || (coversGone && isGone(flow))) && (options.rule === undefined || rules.has(rule));
}

/** An entry names a flow by its id, which only its own project keeps unique. */
function doubleIds(projects: readonly LintedProject[]): readonly Diagnostic[] {
  const checked = new Set(projects.flatMap(({ linted }) => linted.map(({ id }) => id)));
  const first = new Map<string, () => Span>();
  return projects.flatMap(({ ids }) =>
    [...ids].flatMap(([id, findPlace]): Diagnostic[] => {
      const other = first.get(id);
      if (!other) first.set(id, findPlace);
      return other && checked.has(id) ? [doubleId(id, other(), findPlace())] : [];
    }),
  );
}

const doubleId = (id: string, first: Span, second: Span): Diagnostic => ({
  code: 'unique-flow-ids',
  severity: 'error',
  message: `another flow with the same baseline already has the id ${JSON.stringify(id)}`,
  span: second,
  hint: 'give each project its own baseline: lint: { baseline: lint-baseline.txt } in its authflow.config.yaml',
  related: [{ message: 'first used here', span: first }],
});
