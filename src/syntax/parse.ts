/** The first stage: reads a flow file's text into its shape. */
import type * as z from 'zod';
import { otherText } from '../source/index.js';
import type { Diagnostic, Report, Source } from '../source/index.js';
import { translateHabits } from './habits/index.js';
import type { Node } from './node.js';
import { notAFlow } from './other-mapping.js';
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
  const other = otherText(source);
  return other
    ? { shape: null, diagnostics: [other] }
    : parseAs(flowSchema, 'a flow', source, limits, translateHabits, notAFlow);
}

const includes = new WeakMap<Source, Map<string, Parsed<IncludeFileShape>>>();

/** Reads a file that flows include: participants, boxes, variables, steps. Only once, even if several flows share it. */
export function parseInclude(source: Source, limits?: Limits): Parsed<IncludeFileShape> {
  const known = includes.get(source) ?? new Map<string, Parsed<IncludeFileShape>>();
  includes.set(source, known);
  const under = JSON.stringify(limits);
  const parsed = known.get(under) ?? parseAs(includeFileSchema, 'an included file', source, limits, translateHabits);
  known.set(under, parsed);
  return parsed;
}

export function parseAs<S extends z.ZodType>(
  schema: S,
  name: string,
  source: Source,
  limits?: Limits,
  translate: (root: Node, name: string, report: Report) => Node = (root) => root,
  refuse: (root: Node) => Diagnostic | null = () => null,
): Parsed<Located<z.infer<S>>> {
  const { root, diagnostics: syntax } = readYaml(source, limits);
  const refused = root && refuse(root);
  if (refused) return { shape: null, diagnostics: [...syntax, refused] };
  const diagnostics = [...syntax];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const shape = root && readShape(schema, translate(root, name, report), name, report);
  return { shape: shape ?? null, diagnostics };
}
