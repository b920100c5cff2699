/** The first stage: reads a flow file's text into its shape. */
import type * as z from 'zod';
import type { Diagnostic, Source } from '../source/index.js';
import { readShape } from './read.js';
import { flowSchema, includeFileSchema } from './schema.js';
import type { FlowShape, IncludeFileShape } from './schema.js';
import type { Located } from './shape.js';
import type { Limits } from './yaml.js';
import { readYaml } from './yaml.js';

export interface Parsed<T> {
  /** Null if not even the outline could be read. After errors, invalid parts are left out. */
  readonly shape: T | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one flow file; all mistakes in its shape are reported at once. */
export function parseFlow(source: Source, limits?: Limits): Parsed<FlowShape> {
  return parseAs(flowSchema, 'a flow', source, limits);
}

const includes = new WeakMap<Source, Map<string, Parsed<IncludeFileShape>>>();

/** Reads a file that flows include: participants, boxes, variables, steps. Only once, even if several flows share it. */
export function parseInclude(source: Source, limits?: Limits): Parsed<IncludeFileShape> {
  const known = includes.get(source) ?? new Map<string, Parsed<IncludeFileShape>>();
  includes.set(source, known);
  const under = JSON.stringify(limits);
  const parsed = known.get(under) ?? parseAs(includeFileSchema, 'an included file', source, limits);
  known.set(under, parsed);
  return parsed;
}

export function parseAs<S extends z.ZodType>(
  schema: S,
  name: string,
  source: Source,
  limits?: Limits,
): Parsed<Located<z.infer<S>>> {
  const { root, diagnostics: syntax } = readYaml(source, limits);
  const diagnostics = [...syntax];
  const shape = root && readShape(schema, root, name, (diagnostic) => diagnostics.push(diagnostic));
  return { shape: shape ?? null, diagnostics };
}
