/** The kinds of steps and their keys, as the schema has them. */
import { fieldsOf } from '../shape.js';
import { stepKinds } from '../step-schema.js';
import type * as z from 'zod';

const kinds = Object.entries<z.ZodObject>(stepKinds);
const keysOf = new Map(kinds.map(([kind, schema]) => [kind, Object.keys(fieldsOf(schema))]));

/** The keys by which a step is known; `to` marks a message, too. */
export const kindKeys: readonly string[] = [...keysOf.keys(), 'to'];

export const knownKeysOf = (kind: string): readonly string[] => keysOf.get(kind) ?? [];
