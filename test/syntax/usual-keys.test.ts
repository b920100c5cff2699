/** Hints list the keys that authors use most before the others. */
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { flowSchema } from '../../src/syntax/schema.js';
import { messageSchema } from '../../src/syntax/message-schema.js';
import { keysByUse } from '../../src/syntax/usual-keys.js';
import { textOf, yamlIn } from './files.js';

const flows = yamlIn('flows/').map((file) => parse(textOf(file)) as unknown);

const isMessage = (keys: readonly string[]): boolean => keys.some((key) => / --?>/.test(key) || key === 'from');

/** The mappings in a value that fit. */
function mappings(value: unknown, fits: (keys: readonly string[]) => boolean): readonly string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap((inner) => mappings(inner, fits));
  return !Array.isArray(value) && fits(Object.keys(value)) ? [Object.keys(value), ...inside] : inside;
}

it.each([
  ['a flow', flowSchema, flows.map((flow) => Object.keys(flow as object))],
  ['a message', messageSchema, mappings(flows, isMessage)],
])('of %s', (_, schema, written) => {
  const uses = (key: string): number => written.filter((keys) => keys.includes(key)).length;
  const listed = keysByUse(schema);
  expect([...listed].sort()).toEqual(Object.keys(schema.shape).sort());
  const mostUsed = [...listed].sort((one, other) => uses(other) - uses(one));
  for (const key of mostUsed.slice(0, 6)) expect(listed.slice(0, 12)).toContain(key);
});
