/** JSON Schemas of the vocabulary in shape.ts: what read.ts accepts, said so that editors complete and explain it. */
import { z } from 'zod';
import { fieldsOf, notesOf } from './shape.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

const types = ['array', 'boolean', 'null', 'number', 'object', 'string'] as const;
type Type = (typeof types)[number];

/**
 * One of the types; an editor says that it expected the first. A list of types would do, but then editors offer `true`,
 * `false` and `null` as values of every text.
 */
function oneOf(allowed: readonly [Type, ...Type[]]): JsonSchema {
  const [wanted] = allowed;
  return { if: { type: types.filter((type) => !allowed.includes(type)) }, then: { type: wanted } };
}

const nothing: JsonSchema = { not: { type: types.filter((type) => type !== 'null') } };

/** Whether a value may be left empty, which counts as not written, or removes what stands there (ShapeNotes.mergePatch). */
interface Emptiness {
  readonly mayBeEmpty: boolean;
  readonly keepNull: boolean;
}

/** The schema of a value, with its description and examples. */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  return convert(schema, { mayBeEmpty: false, keepNull: false });
}

function convert(schema: z.ZodType, place: Emptiness): JsonSchema {
  const inner = unwrap(schema);
  return { ...describeSchema(inner), ...convertBare(inner, place) };
}

/** Description and examples alone. */
export function describeSchema(schema: z.ZodType): JsonSchema {
  const { description, examples } = notesOf(unwrap(schema));
  return { ...(description === undefined ? {} : { description }), ...(examples === undefined ? {} : { examples }) };
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodLazy ? unwrap(schema.unwrap() as z.ZodType) : schema;
}

function convertBare(schema: z.ZodType, outer: Emptiness): JsonSchema {
  const notes = notesOf(schema);
  const place = notes.mergePatch ? { ...outer, keepNull: true } : outer;
  if (notes.definition !== undefined) return { $ref: `#/definitions/${notes.definition}` };
  if (notes.json) return {};
  if (notes.record) return convertRecord(schema as z.ZodArray, place);
  if (schema instanceof z.ZodObject) return convertObject(schema, place);
  if (schema instanceof z.ZodArray) return convertList(schema, notes.oneOrMany === true, place);
  if (schema instanceof z.ZodUnion) {
    return { anyOf: (schema.options as readonly z.ZodType[]).map((option) => convert(option, place)) };
  }
  return convertScalar(schema, place);
}

function convertRecord(schema: z.ZodArray, { mayBeEmpty, keepNull }: Emptiness): JsonSchema {
  const { value } = (schema.element as z.ZodObject<{ value: z.ZodType }>).shape;
  const isOptional = value instanceof z.ZodObject && requiredKeys(value).length === 0;
  const item = convert(value, { mayBeEmpty: keepNull || isOptional, keepNull });
  return { ...oneOf(mayBeEmpty ? ['object', 'null'] : ['object']), additionalProperties: item };
}

/** A mapping with a shorthand may be a scalar too: its keys are checked only where it is a mapping. */
function convertObject(schema: z.ZodObject, place: Emptiness): JsonSchema {
  const { shorthand } = notesOf(schema);
  const fields = fieldsSchema(schema, place.keepNull);
  const empty: readonly Type[] = place.mayBeEmpty ? ['null'] : [];
  if (shorthand === undefined) return { allOf: [oneOf(['object', ...empty])], ...fields };
  const field = unwrap(schema.shape[shorthand] as z.ZodType);
  if (field instanceof z.ZodEnum) return { anyOf: [convertBare(field, place), { type: 'object', ...fields }] };
  return { allOf: [oneOf(['string', 'boolean', 'number', 'object', ...empty])], ...fields };
}

/** The keys of a mapping, whatever else the value may be. */
export function fieldsSchema(schema: z.ZodObject, keepNull = false): JsonSchema {
  const fields = Object.entries(fieldsOf(schema));
  const required = requiredKeys(schema);
  const properties = fields.map(([key, field]) => {
    const mayBeEmpty = keepNull || field instanceof z.ZodOptional;
    return [key, convert(field, { mayBeEmpty, keepNull })] as const;
  });
  return {
    properties: Object.fromEntries(properties),
    additionalProperties: false,
    ...(required.length > 0 ? requireKeys(required, Object.keys(fieldsOf(schema))) : {}),
  };
}

/** Beside a misspelt key nothing is called missing, so that one typo gives one message. */
function requireKeys(required: readonly string[], known: readonly string[]): JsonSchema {
  return { if: { propertyNames: { enum: known } }, then: { required } };
}

function requiredKeys(schema: z.ZodObject): readonly string[] {
  const fields = Object.entries(fieldsOf(schema));
  return fields.filter(([, field]) => !(field instanceof z.ZodOptional)).map(([key]) => key);
}

function convertList(schema: z.ZodArray, oneOrMany: boolean, { mayBeEmpty, keepNull }: Emptiness): JsonSchema {
  const items = convert(schema.element as z.ZodType, { mayBeEmpty: false, keepNull });
  if (oneOrMany) {
    const one = convert(schema.element as z.ZodType, { mayBeEmpty, keepNull });
    return { anyOf: [one, { type: 'array', items }] };
  }
  return { ...oneOf(mayBeEmpty ? ['array', 'null'] : ['array']), items };
}

function convertScalar(schema: z.ZodType, { mayBeEmpty }: Emptiness): JsonSchema {
  if (schema instanceof z.ZodString || schema instanceof z.ZodCustom) {
    return { ...oneOf(['string', 'boolean', 'number', ...(mayBeEmpty ? (['null'] as const) : [])]), ...patterns(schema) };
  }
  const bare = convertChoice(schema);
  return mayBeEmpty ? { anyOf: [bare, nothing] } : bare;
}

function convertChoice(schema: z.ZodType): JsonSchema {
  if (schema instanceof z.ZodEnum) return { enum: schema.options };
  if (schema instanceof z.ZodLiteral) return { enum: [...schema.values] };
  if (schema instanceof z.ZodBoolean) return { type: 'boolean' };
  if (schema instanceof z.ZodNumber) return { type: 'integer', minimum: schema.minValue, maximum: schema.maxValue };
  throw new Error(`no JSON Schema for ${schema.type}`);
}

/** `patternErrorMessage` is what VS Code's and Red Hat's language servers say. */
function patterns(schema: z.ZodType): JsonSchema {
  const rules = (notesOf(schema).patterns ?? []).map(([expression, say]) => ({
    pattern: expression.source,
    patternErrorMessage: `Must be ${say}.`,
  }));
  return rules.length === 0 ? {} : { allOf: rules };
}
