/** The JSON Schema says what the reader says, by the word of an independent validator. */
import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../src/syntax/parse.js';
import { textOf, yamlIn } from './files.js';
import { ajv, refusals, schema, shapeMistakes } from './judges.js';

it('is up to date in schema/flow.schema.json', () => {
  const isFresh = textOf('schema/flow.schema.json') === `${JSON.stringify(schema, null, 2)}\n`;
  expect(isFresh, 'schema/flow.schema.json is stale: npm run schema').toBe(true);
});

it('has a description and an example, which it accepts, of every key', () => {
  ajv.addSchema(schema, 'flow');
  const keys = [...keysOf(schema, '')];
  expect(keys.length).toBeGreaterThan(200);
  const flaws = keys.flatMap(({ path, value: { description = '', examples = [] } }) => {
    const acceptsValue = ajv.getSchema(`flow#${path}`);
    const refused = examples.filter((example) => acceptsValue?.(example) !== true);
    return /\w.*\.$/s.test(description) && examples.length > 0 && refused.length === 0 ? [] : [{ path, refused }];
  });
  expect(flaws).toEqual([]);
});

it('is shown in the fixture with every key', () => {
  const fixture = textOf('test/syntax/fixtures/everything.yaml');
  const keys = new Set([...keysOf(schema, '')].map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
  expect([...keys].filter((key) => !new RegExp(`\\b${key}:`).test(fixture))).toEqual([]);
});

interface KeySchema {
  readonly description?: string;
  readonly examples?: readonly unknown[];
}

function* keysOf(node: unknown, path: string): Generator<{ path: string; value: KeySchema }> {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, inner] of Object.entries(node) as [string, unknown][]) {
    if (name === 'examples') continue;
    if (name === 'properties') {
      for (const [key, value] of Object.entries(inner as object) as [string, KeySchema][]) {
        yield { path: `${path}/properties/${key}`, value };
      }
    }
    yield* keysOf(inner, `${path}/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`);
  }
}

describe('accepts', () => {
  const files = ['test/syntax/fixtures/everything.yaml', ...yamlIn('flows/'), ...yamlIn('docs/constructs/')];

  it.each(files)('%s', (file) => {
    expect(refusals(textOf(file))).toEqual([]);
    expect(shapeMistakes(textOf(file))).toEqual([]);
  });
});

describe('agrees with the reader on the cases of test/diagnostics', () => {
  /** JSON Schema can't count the keys that are messages. */
  const beyond = ['two-arrows-in-a-step.yaml'];
  const folder = 'test/diagnostics/cases/';
  const files = yamlIn(folder).filter((file) => {
    const { diagnostics } = parseFlow({ path: file, text: textOf(file) });
    const isYaml = !diagnostics.some(({ code }) =>
      ['yaml-syntax', 'unique-keys', 'alias-expansion', 'text-not-comment', 'flow-file'].includes(code),
    );
    return isYaml && !beyond.includes(file.slice(folder.length));
  });

  it.each(files)('%s', (file) => {
    const mistakes = shapeMistakes(textOf(file));
    expect(refusals(textOf(file)).length > 0, mistakes.join('\n')).toBe(mistakes.length > 0);
  });
});
