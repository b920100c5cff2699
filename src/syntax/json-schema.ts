/**
 * The JSON Schema of flow files, for editors: what read.ts accepts, from the same zod schema. Draft 7, which YAML language
 * servers know best.
 */
import { z } from 'zod';
import { arrowKeyPattern } from './arrow.js';
import { flowSchema } from './schema.js';
import { fieldsOf, notesOf } from './shape.js';
import { messageSchema, stepKinds, stepSchema } from './step-schema.js';
import { sectionSchema } from './page-schema.js';

type JsonSchema = Readonly<Record<string, unknown>>;

/** Schemas that contain themselves. */
const definitions: readonly (readonly [string, z.ZodType])[] = [
  ['step', stepSchema],
  ['section', sectionSchema],
];

export function flowJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'authflow flow file',
    description: 'One authentication or authorization flow: participants, steps, notes, theme variables.',
    ...objectSchema(flowSchema),
    required: ['id'],
    definitions: { step: anyStep(), section: objectSchema(sectionSchema as z.ZodType as z.ZodObject) },
  };
}

function convert(schema: z.ZodType): JsonSchema {
  return { ...describe(schema), ...convertBare(unwrap(schema)) };
}

function describe(schema: z.ZodType): JsonSchema {
  const { description, examples } = notesOf(unwrap(schema));
  return { ...(description === undefined ? {} : { description }), ...(examples === undefined ? {} : { examples }) };
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodLazy ? unwrap(schema.unwrap() as z.ZodType) : schema;
}

function convertBare(schema: z.ZodType): JsonSchema {
  const notes = notesOf(schema);
  const definition = definitions.find(([, defined]) => defined === schema);
  if (definition) return { $ref: `#/definitions/${definition[0]}` };
  if (notes.json) return {};
  if (notes.record) return convertRecord(schema as z.ZodArray);
  if (schema instanceof z.ZodObject) return convertObject(schema);
  if (schema instanceof z.ZodArray) return convertList(schema, notes.oneOrMany === true);
  if (schema instanceof z.ZodUnion) return { anyOf: (schema.options as readonly z.ZodType[]).map(convert) };
  return convertScalar(schema);
}

function convertRecord(schema: z.ZodArray): JsonSchema {
  const { value } = (schema.element as z.ZodObject<{ value: z.ZodType }>).shape;
  return { type: 'object', additionalProperties: convert(value) };
}

/** A mapping with a shorthand may be a text, or nothing at all. */
function convertObject(schema: z.ZodObject): JsonSchema {
  const { shorthand } = notesOf(schema);
  if (shorthand === undefined) return objectSchema(schema);
  const field = unwrap(schema.shape[shorthand] as z.ZodType);
  return { anyOf: [convertBare(field), objectSchema(schema), { type: 'null' }] };
}

function objectSchema(schema: z.ZodObject): JsonSchema {
  const fields = Object.entries(fieldsOf(schema));
  const required = fields.filter(([, field]) => !(field instanceof z.ZodOptional)).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([key, field]) => [key, convert(field)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function convertList(schema: z.ZodArray, oneOrMany: boolean): JsonSchema {
  const item = convert(schema.element as z.ZodType);
  const list = { type: 'array', items: item };
  return oneOrMany ? { anyOf: [item, list] } : list;
}

function convertScalar(schema: z.ZodType): JsonSchema {
  if (schema instanceof z.ZodEnum) return { enum: schema.options };
  if (schema instanceof z.ZodLiteral) return { enum: [...schema.values] };
  if (schema instanceof z.ZodBoolean) return { type: 'boolean' };
  if (schema instanceof z.ZodNumber) {
    return { type: 'integer', minimum: schema.minValue, maximum: schema.maxValue };
  }
  const [pattern] = schema instanceof z.ZodString ? patternsOf(schema) : [];
  return pattern === undefined ? { type: ['string', 'number', 'boolean'] } : { type: 'string', pattern };
}

function patternsOf(schema: z.ZodString): readonly string[] {
  return [...(schema._zod.bag.patterns ?? [])].map((expression) => expression.source);
}

/**
 * A step is picked by its distinguishing key, so that a typo gives one message; the keys themselves are offered for a step
 * that has none yet.
 */
function anyStep(): JsonSchema {
  const kinds = Object.entries(stepKinds).filter(([key]) => key !== 'from');
  const heads = kinds.map(([key, schema]) => {
    const [field] = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(([name, found]) =>
      name === key ? [found] : [],
    );
    return [key, field ? describe(field) : {}];
  });
  const message = objectSchema(messageSchema);
  const arrow = {
    description:
      'A message: "A -> B: text"; "B --> A: text" is a reply; "A --> B -> C: text" a redirect through a browser B.',
    type: ['string', 'number', 'boolean', 'null'],
  };
  const { required: _, ...anyMessage } = { required: [], ...message, patternProperties: { [arrowKeyPattern]: arrow } };
  // Some key is an arrow: not every key fails to be one.
  const hasArrow = { not: { propertyNames: { not: { pattern: arrowKeyPattern } } } };
  const last: JsonSchema = { ...message };
  const byKey = kinds.reduceRight<JsonSchema>(
    (otherwise, [key, schema]) => ({ if: { required: [key] }, then: objectSchema(schema), else: otherwise }),
    last,
  );
  return {
    type: 'object',
    description: 'A message, a note, a fragment, or a change on the way.',
    properties: Object.fromEntries(heads),
    patternProperties: { [arrowKeyPattern]: arrow },
    if: hasArrow,
    then: anyMessage,
    else: { if: { anyOf: [{ required: ['from'] }, { required: ['to'] }] }, then: message, else: byKey },
  };
}
