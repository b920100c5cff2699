/** Finds out which fixes can be made together without making new errors. */
import type { Request, Run } from '../grammar/index.js';
import { openProjects, visitFlows } from '../project/index.js';
import type { Fixed } from '../terminal/index.js';
import type { World } from '../world/index.js';
import { doOverlap, isError, lazily } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import { edited, isOfFile, openOwnership, tryingWorld } from './drafts.js';
import type { Drafts } from './drafts.js';

/** What is found with the drafts in place of the files. */
interface State {
  readonly drafts: Drafts;
  /** The paths of edited files, as in messages. */
  readonly paths: ReadonlySet<string>;
  readonly found: readonly Diagnostic[];
  /** Whether a file may be edited; a mistake in the configuration hides which flows there are. */
  readonly isOurs: (path: string) => boolean;
  /** The mistakes that the compiler finds, which are all reported at once: no other mistake of a flow hides them. Read on demand. */
  readonly compiled: () => Promise<readonly Diagnostic[]>;
  readonly fixed: readonly Fixed[];
}

/** A fix can bring to light what its mistake has hidden, and so on. */
const PASSES = 10;

/** Makes the safe fixes of what a command finds, in drafts. `request`: without options that write. */
export async function findFixes(run: Run, request: Request, world: World): Promise<Pick<State, 'drafts' | 'fixed'>> {
  const look = (drafts: Drafts) => lookAt(drafts, run, request, world);
  let state: State = { paths: new Set(), fixed: [], ...(await look(new Map())) };
  const refused = new Set<string>();

  const candidatesOf = ({ found, drafts, isOurs }: State): readonly Fixed[] => {
    const trying = tryingWorld(world, drafts);
    const candidates = found.flatMap((diagnostic): readonly Fixed[] => {
      const fix = diagnostic.fixes?.find(({ isSafe }) => isSafe);
      return fix?.edits.every(({ span }) => isOurs(span.source.path) && isOfFile(span, trying))
        ? [{ diagnostic, fix }]
        : [];
    });
    return withoutOverlaps(candidates.filter((candidate) => !refused.has(keyOf(candidate))));
  };

  const make = async (before: State, candidates: readonly Fixed[]): Promise<State> => {
    const fixes = candidates.map(({ fix }) => fix);
    const drafts = edited(before.drafts, fixes, world);
    const touched = fixes.flatMap(({ edits }) => edits.map(({ span }) => span.source.path));
    return {
      paths: new Set([...before.paths, ...touched]),
      fixed: [...before.fixed, ...candidates],
      ...(await look(drafts)),
    };
  };

  /** With the fixes of errors that these fixes bring; null if one of those has no fix. */
  const settle = async (before: State, candidates: readonly Fixed[]): Promise<State | null> => {
    let after = await make(before, candidates);
    for (let pass = 0; pass < PASSES; pass += 1) {
      const brought = await newErrors(before, after);
      if (brought.length === 0) return after;
      const next = candidatesOf({ ...after, found: brought });
      if (next.length < brought.length) return null;
      after = await make(after, next);
    }
    return null;
  };

  /** Makes as many of the named fixes as possible: half of them, if all together bring an error. */
  const attempt = async (keys: readonly string[]): Promise<void> => {
    const candidates = candidatesOf(state).filter((candidate) => keys.includes(keyOf(candidate)));
    if (candidates.length === 0) return;
    const settled = await settle(state, candidates);
    if (settled) {
      state = settled;
    } else if (keys.length === 1) {
      refused.add(keys[0] ?? '');
    } else {
      const middle = Math.ceil(keys.length / 2);
      await attempt(keys.slice(0, middle));
      await attempt(keys.slice(middle));
    }
  };

  for (let pass = 0; pass < PASSES; pass += 1) {
    const keys = [...new Set(candidatesOf(state).map(keyOf))];
    if (keys.length === 0) break;
    await attempt(keys);
  }
  return state;
}

async function lookAt(drafts: Drafts, run: Run, request: Request, world: World) {
  const trying = tryingWorld(world, drafts);
  const { diagnostics: found, paths: opened } = await run(trying, request);
  return { isOurs: openOwnership(opened, world), drafts, found, compiled: lazily(() => compileAll(request, trying)) };
}

async function compileAll(request: Request, world: World): Promise<readonly Diagnostic[]> {
  const { projects } = await openProjects(request, world);
  const visited = await visitFlows(projects, world, { secrets: 'ignore' }, () => null);
  return visited.flatMap(({ diagnostics }) => diagnostics);
}

/** The first of those that overlap. The same mistake of an included file is found once for each flow. */
function withoutOverlaps(candidates: readonly Fixed[]): readonly Fixed[] {
  const kept: Fixed[] = [];
  for (const candidate of candidates) {
    const overlaps = kept.some(({ fix }) =>
      fix.edits.some((edit) => candidate.fix.edits.some((one) => doOverlap(edit, one))),
    );
    if (!overlaps) kept.push(candidate);
  }
  return kept;
}

/** Survives edits before it, unlike its place. */
const keyOf = ({ diagnostic, fix }: Fixed): string => JSON.stringify([errorKey(diagnostic), fix.title]);

const errorKey = ({ code, message, span }: Diagnostic): string => JSON.stringify([span?.source.path, code, message]);

/** What `render` and `embed` fix. */
const aboutOutput = ['current-output', 'unedited-output', 'unedited-blocks', 'shown-pictures', 'no-orphans'];

/**
 * The errors in edited files that were not there before. Not counted: output, and what could not be seen before, because the file was no YAML,
 * or because a broken flow is neither drawn nor checked against the security rules.
 */
async function newErrors(before: State, after: State): Promise<readonly Diagnostic[]> {
  const [compiledBefore, compiledAfter] = [await before.compiled(), await after.compiled()];
  const unread = before.found.filter(({ code }) => code === 'yaml-syntax').map(({ span }) => span?.source.path);
  const compiled = new Set(compiledAfter.map(errorKey));
  const left = countBy(before.found.filter(isError).map(errorKey));
  return after.found.filter((diagnostic) => {
    const { span, related = [] } = diagnostic;
    const isBroken = compiledBefore.some((one) => isError(one) && one.span?.source.path === span?.source.path);
    const places = [span, ...related.map((other) => other.span)].flatMap((one) => one?.source.path ?? []);
    const isHere = places.some((path) => after.paths.has(path) && !unread.includes(path));
    const key = errorKey(diagnostic);
    const isOther = 'rule' in diagnostic || aboutOutput.includes(diagnostic.code) || (isBroken && !compiled.has(key));
    if (!isError(diagnostic) || !isHere || isOther) return false;
    const known = left.get(key) ?? 0;
    left.set(key, known - 1);
    return known <= 0;
  });
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
