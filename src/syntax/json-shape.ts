/** JSON Schemas of the vocabulary in shape.ts: what read.ts accepts, in a form that lets editors complete and explain it. */
import * as z from 'zod';
import { fieldsOf, notesOf } from './shape.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

const types = ['array', 'boolean', 'null', 'number', 'object', 'string'] as const;
type Type = (typeof types)[number];

const scalar = ['string', 'boolean', 'number'] as const;
/** The sets of types; an editor's message names the first as expected. */
const typeSets = {
  text: scalar,
  optionalText: [...scalar, 'null'],
  textOrMapping: [...scalar, 'object'],
  optionalTextOrMapping: [...scalar, 'object', 'null'],
  optionalMapping: ['object', 'null'],
  optionalList: ['array', 'null'],
  nothing: ['null'],
} as const satisfies Record<string, readonly [Type, ...Type[]]>;

/**
 * Definitions of values with several types. Lists of types would be equivalent, but then editors offer `true`, `false` and
 * `null` as values of every text.
 */
export const typeDefinitions: JsonSchema = Object.fromEntries(
  Object.entries<readonly Type[]>(typeSets).map(([name, allowed]) => {
    const others = types.filter((type) => !allowed.includes(type));
    return [name, { if: { type: others }, then: { type: allowed[0] } }];
  }),
);

const definition = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });
const ofTypes = (name: keyof typeof typeSets): JsonSchema => ({ allOf: [definition(name)] });

/** Whether a value may be empty, which means that it is absent, or removes the old value (ShapeNotes.mergePatch). */
interface Emptiness {
  readonly mayBeEmpty: boolean;
  readonly keepNull: boolean;
}

/** The schema of a value, with its description and examples. */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  return convert(schema, { mayBeEmpty: schema instanceof z.ZodOptional, keepNull: false });
}

function convert(schema: z.ZodType, emptiness: Emptiness): JsonSchema {
  const inner = unwrap(schema);
  return { ...describeSchema(inner), ...convertBare(inner, emptiness) };
}

/** Only the description and examples. */
export function describeSchema(schema: z.ZodType): JsonSchema {
  const { description, examples } = notesOf(unwrap(schema));
  return { ...(description === undefined ? {} : { description }), ...(examples === undefined ? {} : { examples }) };
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodLazy ? unwrap(schema.unwrap() as z.ZodType) : schema;
}

function convertBare(schema: z.ZodType, outer: Emptiness): JsonSchema {
  const notes = notesOf(schema);
  const emptiness = notes.mergePatch ? { ...outer, keepNull: true } : outer;
  if (notes.definition !== undefined) return definition(notes.definition);
  if (notes.json) return {};
  if (notes.record) return convertRecord(schema as z.ZodArray, emptiness);
  if (schema instanceof z.ZodObject) return convertObject(schema, emptiness);
  if (schema instanceof z.ZodArray) return convertList(schema, notes.oneOrMany === true, emptiness);
  if (schema instanceof z.ZodUnion) {
    return { anyOf: (schema.options as readonly z.ZodType[]).map((option) => convert(option, emptiness)) };
  }
  return convertScalar(schema, emptiness);
}

function convertRecord(schema: z.ZodArray, { mayBeEmpty, keepNull }: Emptiness): JsonSchema {
  const { value } = (schema.element as z.ZodObject<{ value: z.ZodType }>).shape;
  const isOptional = value instanceof z.ZodObject && requiredKeys(value).length === 0;
  const item = convert(value, { mayBeEmpty: keepNull || isOptional, keepNull });
  return { ...(mayBeEmpty ? ofTypes('optionalMapping') : { type: 'object' }), additionalProperties: item };
}

/** A mapping with a shorthand may be a scalar too: its keys are checked only where it is a mapping. */
function convertObject(schema: z.ZodObject, emptiness: Emptiness): JsonSchema {
  const { shorthand } = notesOf(schema);
  const { mayBeEmpty } = emptiness;
  const fields = fieldsSchema(schema, emptiness.keepNull);
  if (shorthand === undefined) return { ...(mayBeEmpty ? ofTypes('optionalMapping') : { type: 'object' }), ...fields };
  const field = unwrap(schema.shape[shorthand] as z.ZodType);
  if (field instanceof z.ZodEnum) return { anyOf: [convertBare(field, emptiness), { type: 'object', ...fields }] };
  return { ...ofTypes(mayBeEmpty ? 'optionalTextOrMapping' : 'textOrMapping'), ...fields };
}

/** The keys of a mapping, also if the value may have other types. */
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
    ...(required.length > 0 && !keepNull ? requireKeys(required, Object.keys(fieldsOf(schema))) : {}),
  };
}

/** Next to a misspelt key no key is reported as missing, so that one typo gives one message. */
function requireKeys(required: readonly string[], known: readonly string[]): JsonSchema {
  return { if: { propertyNames: { enum: known } }, then: { required } };
}

function requiredKeys(schema: z.ZodObject): readonly string[] {
  const fields = Object.entries(fieldsOf(schema));
  return fields.filter(([, field]) => !(field instanceof z.ZodOptional)).map(([key]) => key);
}

function convertList(schema: z.ZodArray, oneOrMany: boolean, { mayBeEmpty }: Emptiness): JsonSchema {
  const items = convert(schema.element as z.ZodType, { mayBeEmpty: false, keepNull: false });
  if (oneOrMany) {
    const one = convert(schema.element as z.ZodType, { mayBeEmpty, keepNull: false });
    return { anyOf: [one, { type: 'array', items }] };
  }
  return { ...(mayBeEmpty ? ofTypes('optionalList') : { type: 'array' }), items };
}

function convertScalar(schema: z.ZodType, { mayBeEmpty }: Emptiness): JsonSchema {
  if (schema instanceof z.ZodString) {
    return { allOf: [definition(mayBeEmpty ? 'optionalText' : 'text'), ...patternsOf(schema)] };
  }
  const bare = convertChoice(schema);
  return mayBeEmpty ? { anyOf: [bare, definition('nothing')] } : bare;
}

function convertChoice(schema: z.ZodType): JsonSchema {
  if (schema instanceof z.ZodEnum) return { enum: schema.options };
  if (schema instanceof z.ZodLiteral) return { enum: [...schema.values] };
  if (schema instanceof z.ZodBoolean) return { type: 'boolean' };
  if (schema instanceof z.ZodNumber) return { type: 'integer', minimum: schema.minValue, maximum: schema.maxValue };
  throw new Error(`no JSON Schema for ${schema.type}`);
}

/** `patternErrorMessage` is the message that VS Code and Red Hat's language server show. */
function patternsOf(schema: z.ZodString): readonly JsonSchema[] {
  return (notesOf(schema).patterns ?? []).map(([expression, say]) => ({
    pattern: expression.source,
    patternErrorMessage: `Must be ${say}.`,
  }));
}
