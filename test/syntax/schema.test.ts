/** The JSON Schema says what the reader says, by the word of an independent validator. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { flowJsonSchema } from '../../src/syntax/json-schema.js';
import { parseFlow } from '../../src/syntax/parse.js';

const root = new URL('../../', import.meta.url);
const schema = flowJsonSchema();
/** What editors know beyond the standard. */
const ajv = new Ajv({
  allErrors: true,
  strictTypes: false,
  keywords: ['defaultSnippets', 'errorMessage', 'patternErrorMessage'],
});
const accepts = ajv.compile(schema);

const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const yamlIn = (folder: string): readonly string[] =>
  existsSync(new URL(folder, root))
    ? readdirSync(new URL(folder, root))
        .filter((name) => name.endsWith('.yaml') && !name.startsWith('_'))
        .map((name) => folder + name)
    : [];

/** Mistakes that concern one value and its keys: what a JSON Schema can know of. */
const shapeCodes = ['known-keys', 'expected-type', 'known-values', 'required-keys', 'known-steps', 'message-form'];

function shapeMistakes(text: string): readonly string[] {
  const { diagnostics } = parseFlow({ path: 'flow.yaml', text });
  return diagnostics.filter(({ code }) => shapeCodes.includes(code)).map(({ message }) => message);
}

function refusals(text: string): readonly string[] {
  accepts(parse(text, { uniqueKeys: false, stringKeys: true }));
  // That a flow needs an id is a rule's to say: it may come from a file that the flow extends (src/rules/complete-flow.ts).
  const errors = (accepts.errors ?? []).filter(({ schemaPath }) => schemaPath !== '#/required');
  return errors.map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

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
    const isYaml = !diagnostics.some(({ code }) => ['yaml-syntax', 'unique-keys', 'alias-expansion'].includes(code));
    return isYaml && !beyond.includes(file.slice(folder.length));
  });

  it.each(files)('%s', (file) => {
    const mistakes = shapeMistakes(textOf(file));
    expect(refusals(textOf(file)).length > 0, mistakes.join('\n')).toBe(mistakes.length > 0);
  });
});

describe('agrees with the reader on flows with something changed', () => {
  const flows = ['test/syntax/fixtures/everything.yaml', ...yamlIn('flows/')].map(
    (file) => parse(textOf(file)) as unknown,
  );
  const values = [
    null,
    true,
    false,
    7,
    -1,
    1.5,
    'text',
    '',
    [],
    ['text'],
    {},
    { steps: [] },
    { a: 'b' },
    [{ 'C -> AS': 'x' }],
  ];
  const names = ['text', 'steps', 'to', 'note', 'form', 'label', 'alt', 'C -> AS', 'C ->> AS', 'AS --> B -> C', 'id'];

  it('in 300 ways', () => {
    const change = fc.record({
      flow: fc.nat(flows.length - 1),
      at: fc.nat(),
      how: fc.oneof(
        fc.record({ remove: fc.constant(true) }),
        fc.record({ put: fc.constantFrom<unknown>(...values) }),
        fc.record({ name: fc.constantFrom(...names) }),
        fc.record({ add: fc.constantFrom(...names), value: fc.constantFrom<unknown>(...values) }),
      ),
    });
    fc.assert(
      fc.property(change, ({ flow, at, how }) => {
        const text = stringify(changeAt(flows[flow], at, how), { aliasDuplicateObjects: false });
        fc.pre(!isBeyondSchema(text));
        const [ours, theirs] = [shapeMistakes(text), refusals(text)];
        if (ours.length > 0 !== theirs.length > 0) {
          throw new Error(`reader: ${ours.join(' | ')}\nschema: ${theirs.join(' | ')}`);
        }
      }),
      { numRuns: 300 },
    );
  });
});

interface Change {
  readonly remove?: boolean;
  readonly put?: unknown;
  readonly name?: string;
  readonly add?: string;
  readonly value?: unknown;
}

/** The flow with one of its values, the `at`th, changed. */
function changeAt(flow: unknown, at: number, change: Change): unknown {
  const copy = structuredClone(flow);
  const places = [...placesIn(copy)];
  const { parent, key } = places[at % places.length]!;
  const value = parent[key];
  if (change.remove && Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (change.remove) Reflect.deleteProperty(parent, key);
  else if ('put' in change) parent[key] = structuredClone(change.put);
  else if (change.name !== undefined && !Array.isArray(parent)) {
    Reflect.deleteProperty(parent, key);
    parent[change.name] = value;
  } else if (change.add !== undefined && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    (value as Record<string, unknown>)[change.add] = structuredClone(change.value);
  }
  return copy;
}

function* placesIn(node: unknown): Generator<{ parent: Record<string, unknown>; key: string }> {
  if (typeof node !== 'object' || node === null) return;
  const parent = node as Record<string, unknown>;
  for (const key of Object.keys(parent)) {
    yield { parent, key };
    yield* placesIn(parent[key]);
  }
}

/**
 * Two messages in one step; a key that the short form has said already; a number or boolean that stands for a text, and
 * does not match the text's pattern.
 */
function isBeyondSchema(text: string): boolean {
  const beyond =
    /two messages|said twice|must be (words of|another name|letters, digits|a version).*not the (number|value)/;
  return parseFlow({ path: 'flow.yaml', text }).diagnostics.some(({ message }) => beyond.test(message));
}
