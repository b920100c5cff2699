/** The configuration's JSON Schema is current, explains every key, and agrees with the reader. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { namedFormats } from '../../src/render.js';
import { configJsonSchema, parseConfig } from '../../src/syntax/config-schema.js';

const schema = configJsonSchema(namedFormats);
const properties = schema.properties as Record<string, { description?: string; examples?: unknown[] }>;
const accepts = new Ajv({ strictTypes: false, keywords: ['patternErrorMessage'] }).compile(schema);

const mistakes = (text: string) => parseConfig({ path: 'authflow.config.yaml', text }, namedFormats).diagnostics;

it('is up to date in schema/config.schema.json', () => {
  const written = readFileSync(new URL('../../schema/config.schema.json', import.meta.url), 'utf8');
  const isFresh = written === `${JSON.stringify(schema, null, 2)}\n`;
  expect(isFresh, 'schema/config.schema.json is stale: npm run schema').toBe(true);
});

it.each(Object.entries(properties))(
  'explains %s, with an example that both accept',
  (key, { description, examples }) => {
    expect(description).toMatch(/\.$/);
    expect(examples).not.toEqual([]);
    for (const example of examples ?? []) {
      expect(mistakes(stringify({ [key]: example }))).toEqual([]);
      expect(accepts({ [key]: example })).toBe(true);
    }
  },
);

it.each([
  'flow: flows',
  'out: [x]',
  'formats: gif',
  'width: 5',
  'charset: latin',
  'zones: { a: { light: red } }',
  'docs: {}',
])('refuses %s, as the schema does', (text) => {
  expect(mistakes(text)).toHaveLength(1);
  expect(accepts(parse(text))).toBe(false);
});
