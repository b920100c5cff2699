/** Reads a node by a schema: checks its shape, expands shorthands, keeps every scalar's place. */
import * as z from 'zod';
import { nearestName } from '../source/index.js';
import type { Report } from '../source/index.js';
import {
  expected,
  explainScalar,
  firstPlace,
  quoted,
  reportMismatch,
  reportTextForFalse,
  reportUnknownKey,
} from './mistakes.js';
import type { Named } from './mistakes.js';
import type { MapNode, Node, ScalarNode } from './node.js';
import { fieldsOf, notesOf, place } from './shape.js';
import type { Located, Scalar } from './shape.js';
import { keysByUse } from './usual-keys.js';

/**
 * Reports every mistake, and leaves invalid parts out of the result, so that later rules still see the rest. `undefined`
 * where nothing is left. `name` is the value's name in messages: `"title"`, `a step`.
 */
export function readShape<S extends z.ZodType>(
  schema: S,
  node: Node,
  name: string,
  report: Report,
): Located<z.infer<S>> | undefined {
  return read(schema, node, { name, report, keepNull: false }) as Located<z.infer<S>> | undefined;
}

interface Context extends Named {
  /** Whether keys without a value become null, and required keys may be missing, because the result is merged over another. */
  readonly keepNull: boolean;
}

const read = (schema: z.ZodType, node: Node, context: Context): unknown => readerOf(schema)(node, context);

type Reader = (node: Node, context: Context) => unknown;

/** What a schema is, is decided once: zod looks for its class among the traits of each value. */
const readerOf = remembered((schema: z.ZodType): Reader => withNotesOf(schema, chooseReader(schema)));

/** Makes a value once for each schema, or part of one. */
function remembered<Key extends object, Value extends object>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

/** Reads in the context of the schema's own notes. */
function withNotesOf(schema: z.ZodType, reader: Reader): Reader {
  const { examples, mergePatch } = notesOf(schema);
  if (!examples?.length && mergePatch !== true) return reader;
  return (node, { name, report, example, keepNull }) =>
    reader(node, { name, report, example: examples?.[0] ?? example, keepNull: keepNull || mergePatch === true });
}

function chooseReader(schema: z.ZodType): Reader {
  const { json, select, record, oneOrMany, definition } = notesOf(schema);
  if (json) return (node) => ({ node });
  if (select)
    return (node, context) =>
      readSelected(select, node, definition === undefined ? context : { ...context, name: `a ${definition}` });
  if (record) return (node, context) => readRecord(schema as z.ZodArray, node, context);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodLazy)
    return (node, context) => read(schema.unwrap() as z.ZodType, node, context);
  if (schema instanceof z.ZodObject) return (node, context) => readObject(schema, node, context);
  if (schema instanceof z.ZodArray) return (node, context) => readList(schema, node, context, oneOrMany === true);
  if (schema instanceof z.ZodUnion) return (node, context) => readUnion(schema, node, context);
  return (node, context) => readScalar(schema, node, context);
}

/** Values inside have their own examples. */
const inside = ({ report, keepNull }: Context, name: string): Context => ({
  name,
  report,
  example: undefined,
  keepNull,
});

function readSelected(
  select: NonNullable<ReturnType<typeof notesOf>['select']>,
  node: Node,
  context: Context,
): unknown {
  if (node.kind !== 'map') {
    reportMismatch(node, 'a mapping', context);
    return undefined;
  }
  const selected = select(node, context.report);
  return selected ? read(selected.schema, selected.node, inside(context, selected.name || context.name)) : undefined;
}

function readRecord(schema: z.ZodArray, node: Node, context: Context): unknown {
  if (node.kind !== 'map') {
    reportMismatch(node, 'a mapping', context);
    return undefined;
  }
  const { value } = (schema.element as z.ZodObject<{ value: z.ZodType }>).shape;
  return node.entries.flatMap((entry): { key: Scalar; value: unknown }[] => {
    const key = toScalar(entry.key, entry.key.text);
    if (context.keepNull && isNothing(entry.value)) return [{ key, value: null }];
    const item =
      read(value, orEmptyMap(value, entry.value), inside(context, quoted(entry.key.text))) ?? emptyValue(value);
    return item === undefined ? [] : [{ key, value: item }];
  });
}

/** `AS:` without a value is an empty mapping where a mapping is expected. */
function orEmptyMap(schema: z.ZodType, node: Node): Node {
  return isNothing(node) && schema instanceof z.ZodObject ? { kind: 'map', entries: [], span: node.span } : node;
}

/** Replaces a value of which nothing is left, if it may be empty, so that its key still counts: participants stay declared. */
function emptyValue(schema: z.ZodType): object | undefined {
  if (schema instanceof z.ZodArray) return [];
  return schema instanceof z.ZodObject && requiredKeys(fieldsOf(schema)).length === 0 ? {} : undefined;
}

const isNothing = (node: Node): boolean => node.kind === 'scalar' && node.value === null;

function readObject(schema: z.ZodObject, node: Node, context: Context): unknown {
  const { shorthand } = notesOf(schema);
  if (node.kind === 'scalar' && !isNothing(node) && shorthand !== undefined) {
    return readShort(schema, shorthand, node, context);
  }
  if (node.kind !== 'map') {
    reportMismatch(node, shorthand === undefined ? 'a mapping' : 'a text or a mapping', context);
    return undefined;
  }
  const shape = fieldsOf(schema);
  const optional = optionalKeys(shape);
  const result: Record<string, unknown> = {};
  for (const entry of node.entries) {
    const field = Object.hasOwn(shape, entry.key.text) ? shape[entry.key.text] : undefined;
    if (!field) reportUnknownKey(entry, keysByUse(schema), context);
    else if (context.keepNull && isNothing(entry.value)) result[entry.key.text] = null;
    // An optional key without a value counts as not written.
    else if (!isNothing(entry.value) || !optional.has(entry.key.text)) {
      result[entry.key.text] = read(field, entry.value, inside(context, quoted(entry.key.text)));
    }
  }
  if (!context.keepNull) reportMissing(shape, node, context);
  const isWhole = context.keepNull || requiredKeys(shape).every((key) => result[key] !== undefined);
  return isWhole ? { ...nothingFor(meantKeys(shape, node)), ...result, [place]: firstPlace(node) } : undefined;
}

/** A mapping that is written as the value of one of its keys; messages name the mapping. */
function readShort(schema: z.ZodObject, shorthand: string, node: ScalarNode, context: Context): unknown {
  const field = fieldsOf(schema)[shorthand];
  const value = field && read(field, node, inside(context, context.name));
  return value === undefined ? undefined : { [shorthand]: value, [place]: node.span };
}

type Fields = ReturnType<typeof fieldsOf>;

const optionalKeys = remembered(
  (shape: Fields): ReadonlySet<string> =>
    new Set(Object.keys(shape).filter((key) => shape[key] instanceof z.ZodOptional)),
);

const requiredKeys = remembered((shape: Fields): readonly string[] =>
  Object.keys(shape).filter((key) => !optionalKeys(shape).has(key)),
);

/** The keys that unknown keys probably stand for; they count as present, so that one typo gives one message. */
function meantKeys(shape: Fields, node: MapNode): readonly string[] {
  const unknown = node.entries.map(({ key }) => key.text).filter((name) => !Object.hasOwn(shape, name));
  return unknown.flatMap((name) => nearestName(name, Object.keys(shape)) ?? []);
}

const nothingFor = (keys: readonly string[]): Readonly<Record<string, undefined>> =>
  Object.fromEntries(keys.map((key) => [key, undefined]));

function reportMissing(shape: Fields, node: MapNode, context: Context): void {
  const written = [...node.entries.map(({ key }) => key.text), ...meantKeys(shape, node)];
  const missing = requiredKeys(shape).filter((key) => !written.includes(key));
  const [first] = node.entries;
  for (const key of missing) {
    context.report({
      code: 'required-keys',
      severity: 'error',
      message: `${context.name} needs ${quoted(key)}`,
      span: first?.key.span ?? node.span,
      hint: `add "${key}: …"`,
    });
  }
}

function readList(schema: z.ZodArray, node: Node, context: Context, oneOrMany: boolean): unknown {
  const items = node.kind === 'list' ? node.items : oneOrMany ? [node] : null;
  if (items === null) {
    reportMismatch(node, 'a list', context);
    return undefined;
  }
  const name = node.kind === 'list' ? `an item of ${context.name}` : context.name;
  // A list replaces another one as a whole (RFC 7396), so its items must be complete.
  const inner = inside({ ...context, keepNull: false }, name);
  return items.map((item) => read(schema.element as z.ZodType, item, inner)).filter((item) => item !== undefined);
}

/** The options of a union take different kinds of YAML nodes, so the node decides which one is meant. */
function readUnion(schema: z.ZodUnion, node: Node, context: Context): unknown {
  const options = schema.options as readonly z.ZodType[];
  const option = options.find((candidate) => takes(candidate, node));
  if (option) {
    if (options.some((one) => one instanceof z.ZodLiteral && one.values.has(false))) reportTextForFalse(node, context);
    return read(option, node, context);
  }
  reportMismatch(node, options.map(expected).join(' or '), context);
  return undefined;
}

function takes(schema: z.ZodType, node: Node): boolean {
  const notes = notesOf(schema);
  if (schema instanceof z.ZodLiteral) return node.kind === 'scalar' && schema.values.has(node.value);
  if (notes.record) return node.kind === 'map';
  if (schema instanceof z.ZodObject)
    return node.kind === 'map' || (node.kind === 'scalar' && notes.shorthand !== undefined);
  if (schema instanceof z.ZodArray) return node.kind === 'list' || notes.oneOrMany === true;
  return node.kind === 'scalar';
}

function readScalar(schema: z.ZodType, node: Node, context: Context): Scalar<string | number | boolean> | undefined {
  if (node.kind !== 'scalar' || isNothing(node)) {
    reportMismatch(node, expected(schema), context);
    return undefined;
  }
  const isText = schema instanceof z.ZodString || schema instanceof z.ZodEnum;
  const result = schema.safeParse(isText ? node.text : node.value);
  if (result.success) return toScalar(node, result.data as string | number | boolean);
  context.report(explainScalar(schema, node, context.name));
  return undefined;
}

function toScalar<T extends string | number | boolean>(node: ScalarNode, value: T): Scalar<T> {
  return { value, text: node.text, span: node.span };
}
