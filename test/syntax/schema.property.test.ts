import fc from 'fast-check';
import { describe, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseFlow } from '../../src/syntax/parse.js';
import { textOf, yamlIn } from './files.js';
import { refusals, shapeMistakes } from './judges.js';

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
    /two messages|given twice|must be (words of|a name other|letters, digits|a version).*not the (number|value)/;
  return parseFlow({ path: 'flow.yaml', text }).diagnostics.some(({ message }) => beyond.test(message));
}
