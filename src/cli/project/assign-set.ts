/** Decides which flows `--set` applies to. */
import { UsageError } from '../world/index.js';
import type { ReadSource } from '../../resolve/index.js';
import { nearestOf } from '../../source/index.js';
import { resolveSource } from '../../resolved.js';
import type { FlowFile } from './read-flows.js';

export type Assignments = Readonly<Record<string, string>>;

/** With several flows, `--set` applies to those that declare the variable. */
export function assignSet(
  set: Assignments = {},
  files: readonly FlowFile[],
  readSource: ReadSource,
): (path: string) => Assignments {
  if (Object.keys(set).length === 0) return () => set;
  const shapes = files.map(({ open }) => resolveSource(open(), { readSource }).shape);
  const declared = shapes.map((shape) => new Set(shape?.variables?.map(({ key }) => key.value)));
  const known = [...new Set(declared.flatMap((names) => [...names]))];
  const unknown = Object.keys(set).find((name) => !known.includes(name));
  // A flow that can't be read may be the one that declares it.
  if (unknown !== undefined && shapes.every((shape) => shape !== null)) {
    throw new UsageError(`--set ${unknown}: no flow here has this variable; ${nearestOf(unknown, 'variables', known)}`);
  }
  const byPath = new Map(files.map(({ path }, index) => [path, declared[index]]));
  return (path) => Object.fromEntries(Object.entries(set).filter(([name]) => byPath.get(path)?.has(name)));
}
