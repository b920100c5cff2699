/**
 * The vocabulary of the flow file's schema: zod types, with notes on how an author may abbreviate them.
 * One schema gives the TypeScript types, the validation (read.ts) and the JSON Schema (json-schema.ts).
 */
import * as z from 'zod';
import { langTag } from '../source/index.js';
import type { Report, Span } from '../source/index.js';
import type { MapNode, Node } from './node.js';

/** A scalar of a flow file: its value, its spelling in the file, and its place. */
export interface Scalar<T extends string | number | boolean = string> {
  readonly value: T;
  readonly text: string;
  readonly span: Span;
}

/** Arbitrary YAML that is kept unchanged: JSON bodies and claims. */
export interface JsonNode {
  readonly node: Node;
}

/** The result of reading a schema's type: the same tree, with a place for every scalar. */
export type Located<T> = T extends string | number | boolean
  ? Scalar<T>
  : T extends JsonNode
    ? JsonNode
    : T extends readonly (infer U)[]
      ? readonly Located<U>[]
      : { readonly [K in keyof T]: Located<T[K]> };

/** The key for the place of a mapping; a symbol, so that it is not enumerated. */
export const place = Symbol('place');

/** Notes for read.ts and json-schema.ts that zod has no place for. */
interface ShapeNotes {
  readonly description?: string;
  readonly examples?: unknown[];
  /** A plain scalar means the mapping `{ [shorthand]: scalar }`. */
  readonly shorthand?: string;
  /** A list of `{ key, value }` that an author writes as a mapping; keeps order where a JavaScript object would not. */
  readonly record?: boolean;
  /** A single item may be written without a list. */
  readonly oneOrMany?: boolean;
  /** Keys without a value become null, which removes the old value (JSON Merge Patch, RFC 7396). */
  readonly mergePatch?: boolean;
  /** Any YAML. */
  readonly json?: boolean;
  /** Expressions that a text must match, each with words that complete the sentence `… must be`. */
  readonly patterns?: readonly (readonly [RegExp, string])[];
  /** The name under which json-schema.ts defines the schema once, for schemas that contain themselves. */
  readonly definition?: string;
  /** Picks the schema of a mapping by its distinguishing key, before validation, so that one typo gives one message. */
  readonly select?: (node: MapNode, report: Report) => Selected | null;
}

export interface Selected {
  /** Its name in messages: `a message`; '' for that of its place. */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly node: MapNode;
}

const notes = new WeakMap<z.ZodType, ShapeNotes>();

/** Cached, because zod gathers them again on each call, and a schema never changes. */
export function notesOf(schema: z.ZodType): ShapeNotes {
  const known = notes.get(schema) ?? ((schema.meta() ?? {}) as ShapeNotes);
  notes.set(schema, known);
  return known;
}

export function withNotes<S extends z.ZodType>(schema: S, added: ShapeNotes): S {
  return schema.meta({ ...schema.meta(), ...added });
}

/** A documented key: what it means, and an example of its value. */
export function doc<S extends z.ZodType>(schema: S, description: string, ...examples: unknown[]): z.ZodOptional<S> {
  return withNotes(schema, { description, examples }).optional();
}

/** A documented, required key. */
export function required<S extends z.ZodType>(schema: S, description: string, ...examples: unknown[]): S {
  return withNotes(schema, { description, examples });
}

/** Any scalar, as written: `401`, `1.10` and `yes` are texts here. */
export const text = () => z.string();
export const flag = () => z.boolean();
export const integer = (minimum: number, maximum: number) => z.int().min(minimum).max(maximum);
export const choice = <const T extends readonly string[]>(names: T) => z.enum(names);

/** A text that matches each expression; the words with it complete the sentence `… must be`. */
export const pattern = (...patterns: readonly (readonly [RegExp, string])[]) =>
  withNotes(
    patterns.reduce((schema, [expression, say]) => schema.regex(expression, { error: say }), z.string()),
    { patterns },
  );

/** A language tag (BCP 47). */
export const lang = () =>
  pattern([
    langTag,
    'a language tag (BCP 47): a code of two or three letters, with a region if you like: "de", "pt-BR"',
  ]);

export const record = <V extends z.ZodType>(value: V) =>
  withNotes(z.array(z.strictObject({ key: z.string(), value })), { record: true });

export const list = <V extends z.ZodType>(item: V) => z.array(item);

/** A schema's fields, typed: zod's own type of `shape` is loose where the object's type is not known. */
export const fieldsOf = (schema: z.ZodObject): Readonly<Record<string, z.ZodType>> => schema.shape;

export const oneOrMany = <V extends z.ZodType>(item: V) => withNotes(z.array(item), { oneOrMany: true });

export const short = <S extends z.ZodObject>(shorthand: keyof z.infer<S> & string, schema: S): S =>
  withNotes(schema, { shorthand });

export const anyJson = () => withNotes(z.custom<JsonNode>(), { json: true });
