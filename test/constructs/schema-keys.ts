/** The keys of the flow file's schema, and those that a flow file uses. */
import { z } from 'zod';
import { fieldsOf, notesOf } from '../../src/syntax/shape.js';
import { stepKinds } from '../../src/syntax/step-schema.js';
import { isJson, isScalar } from '../../src/syntax/scalars.js';

/** By what is said of a key, so that one which several mappings share, such as a step's `id`, is one; the first way to it. */
export type Keys = ReadonlyMap<string, string>;

/** `id: Unique in the flow; …` → `steps.<from>.id`; a choice also by each value. */
export function allKeys(root: z.ZodType): Keys {
  const keys = new Map<string, string>();
  const walk = (schema: z.ZodType, path: string): void => {
    const type = bare(schema);
    for (const [name, child] of children(type)) {
      const way = [path, name].filter(Boolean).join('.');
      if (!(type instanceof z.ZodObject)) {
        walk(child, way);
        continue;
      }
      const isNew = !keys.has(nameOf(name, child));
      if (isNew) keys.set(nameOf(name, child), way);
      for (const value of valuesOf(child)) keys.set(nameOf(name, child, value), `${way} = ${value}`);
      if (isNew) walk(child, way);
    }
  };
  walk(root, '');
  return keys;
}

/** What stands in a shape that was read by the schema, named as by {@link allKeys}. */
export function* usedKeys(schema: z.ZodType, shape: unknown): Generator<string> {
  const type = bare(schema);
  if (isJson(shape) || shape === undefined) return;
  if (type instanceof z.ZodUnion) yield* usedKeys(optionFor(type, shape), shape);
  else if (notesOf(type).select) yield* usedKeys(stepSchemaFor(shape as object), shape);
  else if (Array.isArray(shape)) yield* usedInItems(type, shape);
  else if (type instanceof z.ZodObject && !isScalar(shape)) yield* usedInFields(type, shape as object);
}

function* usedInItems(type: z.ZodType, items: readonly unknown[]): Generator<string> {
  for (const [, item] of children(type))
    for (const value of items)
      yield* usedKeys(item, notesOf(type).record ? (value as { value: unknown }).value : value);
}

function* usedInFields(type: z.ZodObject, shape: object): Generator<string> {
  const fields = new Map(children(type));
  for (const [name, value] of Object.entries(shape)) {
    const field = fields.get(name);
    if (!field || value === undefined) continue;
    yield nameOf(name, field);
    if (isScalar(value)) yield nameOf(name, field, String(value.value));
    yield* usedKeys(field, value);
  }
}

const nameOf = (key: string, schema: z.ZodType, value = ''): string =>
  `${key}: ${notesOf(schema).description ?? ''}${value === '' ? '' : ` = ${value}`}`;

const valuesOf = (type: z.ZodType): readonly string[] => (type instanceof z.ZodEnum ? type.options.map(String) : []);

const bare = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodLazy ? bare(schema.unwrap() as z.ZodType) : schema;

/** The schemas inside of a schema, with the key or the kind that leads there. */
function children(type: z.ZodType): readonly (readonly [string, z.ZodType])[] {
  const { json, select, record } = notesOf(type);
  if (json) return [];
  if (select) return Object.entries(stepKinds).map(([kind, schema]) => [`<${kind}>`, schema]);
  if (type instanceof z.ZodObject) return Object.entries(fieldsOf(type)).map(([key, field]) => [key, bare(field)]);
  if (type instanceof z.ZodUnion) return type.options.map((option) => ['', bare(option as z.ZodType)]);
  if (!(type instanceof z.ZodArray)) return [];
  const item = bare(type.element as z.ZodType);
  return record ? [['*', bare(fieldsOf(item as z.ZodObject).value ?? z.never())]] : [['', item]];
}

function stepSchemaFor(step: object): z.ZodType {
  const [, schema] = Object.entries(stepKinds).find(([kind]) => kind in step) ?? [];
  if (!schema) throw new Error(`a step of no known kind: ${Object.keys(step).join(', ')}`);
  return schema;
}

/** `false` or a mapping; a mapping of branches or a list of them. */
function optionFor(union: z.ZodUnion, shape: unknown): z.ZodType {
  const isRecord = Array.isArray(shape) && shape.every((item: object) => 'key' in item);
  const option = union.options
    .map((candidate) => bare(candidate as z.ZodType))
    .find((candidate) => {
      if (isScalar(shape)) return candidate instanceof z.ZodLiteral;
      if (!Array.isArray(shape)) return candidate instanceof z.ZodObject;
      return candidate instanceof z.ZodArray && (notesOf(candidate).record ?? false) === isRecord;
    });
  return option ?? z.never();
}
