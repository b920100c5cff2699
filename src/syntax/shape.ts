/**
 * The vocabulary that the flow file's schema is written in: zod types, with notes on how an author may abbreviate them.
 * One schema gives the TypeScript types, the validation (read.ts) and the JSON Schema (json-schema.ts).
 */
import * as z from 'zod';
import type { Report, Span } from '../source/index.js';
import type { MapNode, Node } from './node.js';

/** A scalar of a flow file: its value, the way it was written, and its place. */
export interface Scalar<T extends string | number | boolean = string> {
  readonly value: T;
  readonly text: string;
  readonly span: Span;
}

/** Arbitrary YAML that is kept as it is: JSON bodies and claims. */
export interface JsonNode {
  readonly node: Node;
}

/** What reading a schema's type gives: the same tree, with every scalar placed. */
export type Located<T> = T extends string | number | boolean
  ? Scalar<T>
  : T extends JsonNode
    ? JsonNode
    : T extends readonly (infer U)[]
      ? readonly Located<U>[]
      : { readonly [K in keyof T]: Located<T[K]> };

/** The key under which a mapping, as read, keeps its place: a symbol, so that only who asks for it sees it. */
export const place = Symbol('place');

/** How read.ts and json-schema.ts treat a schema beyond what zod says. */
interface ShapeNotes {
  readonly description?: string;
  readonly examples?: unknown[];
  /** A plain scalar means the mapping `{ [shorthand]: scalar }`. */
  readonly shorthand?: string;
  /** A list of `{ key, value }` that an author writes as a mapping; keeps order where a JavaScript object would not. */
  readonly record?: boolean;
  /** One item may stand without its list. */
  readonly oneOrMany?: boolean;
  /** Keys without a value are kept, as null: they remove what stands there (JSON Merge Patch, RFC 7396). */
  readonly mergePatch?: boolean;
  /** Any YAML. */
  readonly json?: boolean;
  /** What a text must match, each with the words that finish the sentence `… must be`. */
  readonly patterns?: readonly (readonly [RegExp, string])[];
  /** The name under which json-schema.ts defines the schema once, for schemas that contain themselves. */
  readonly definition?: string;
  /** Picks the schema of a mapping by its distinguishing key, before validation, so that one typo gives one message. */
  readonly select?: (node: MapNode, report: Report) => Selected | null;
}

export interface Selected {
  /** How messages call it: `a message`. */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly node: MapNode;
}

const notes = new WeakMap<z.ZodType, ShapeNotes>();

/** zod gathers them anew each time; a schema never changes. */
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

/** A documented key that must be there. */
export function required<S extends z.ZodType>(schema: S, description: string, ...examples: unknown[]): S {
  return withNotes(schema, { description, examples });
}

/** Any scalar, as written: `401`, `1.10` and `yes` are texts here. */
export const text = () => z.string();
export const flag = () => z.boolean();
export const integer = (minimum: number, maximum: number) => z.int().min(minimum).max(maximum);
export const choice = <const T extends readonly string[]>(names: T) => z.enum(names);

/** A text that matches each expression; the words beside it finish the sentence `… must be`. */
export const pattern = (...patterns: readonly (readonly [RegExp, string])[]) =>
  withNotes(
    patterns.reduce((schema, [expression, say]) => schema.regex(expression, { error: say }), z.string()),
    { patterns },
  );

export const record = <V extends z.ZodType>(value: V) =>
  withNotes(z.array(z.strictObject({ key: z.string(), value })), { record: true });

export const list = <V extends z.ZodType>(item: V) => z.array(item);

/** A schema's fields, typed: zod's own type of `shape` is loose where the object's is not known. */
export const fieldsOf = (schema: z.ZodObject): Readonly<Record<string, z.ZodType>> => schema.shape;

export const oneOrMany = <V extends z.ZodType>(item: V) => withNotes(z.array(item), { oneOrMany: true });

export const short = <S extends z.ZodObject>(shorthand: keyof z.infer<S> & string, schema: S): S =>
  withNotes(schema, { shorthand });

export const anyJson = () => withNotes(z.custom<JsonNode>(), { json: true });
