/** The keys of a mapping ordered by use, for hints. */
import type * as z from 'zod';
import { flowSchema } from './schema.js';
import { fieldsOf } from './shape.js';
import { messageSchema } from './message-schema.js';

/** The keys that the flows of the catalogue use most, most used first; other schemas list theirs in this order already. */
const usual: ReadonlyMap<z.ZodObject, readonly string[]> = new Map<z.ZodObject, readonly string[]>([
  [
    flowSchema,
    ['steps', 'id', 'title', 'participants', 'variables', 'specs', 'summary', 'page', 'ascii', 'family', 'include'],
  ],
  [messageSchema, ['note', 'replyTo', 'id', 'response', 'request', 'phase', 'threats', 'redirect', 'text', 'jwts']],
]);

export const keysByUse = (schema: z.ZodObject): readonly string[] => [
  ...new Set([...(usual.get(schema) ?? []), ...Object.keys(fieldsOf(schema))]),
];
