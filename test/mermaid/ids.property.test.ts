/** Ids that are words of Mermaid's come out as the like, which its parsers read as names in every statement. */
import { describe, test } from 'vitest';
import { keywords, nameParticipants } from '../../src/mermaid/ids.js';
import { parseWith, versions } from './parser.js';
import { printMermaid } from './print.js';
import { activation, message, note, participant, script } from './script.js';

const ids = [...keywords].map((word) => word.toUpperCase());
const expected = ids.map((id) => `${id}_`);

const used = script({
  participants: ids.map((id) => participant(id, { links: [{ label: 'a', url: 'https://a.example' }] })),
  steps: ids.flatMap((id, index) => {
    const next = ids[(index + 1) % ids.length] ?? id;
    return [
      message(id, next, 'x'),
      message(id, id, 'x', { activate: true }),
      message(id, next, 'x', { deactivate: true }),
      activation(id, true),
      note([id], 'x'),
      note([id, next], 'x'),
      activation(id, false),
    ];
  }),
});

test('a keyword gets a tail', ({ expect }) => {
  expect([...nameParticipants(ids).values()]).toEqual(expected);
});

describe.each(versions)('%s', (version) => {
  test('reads them', async ({ expect }) => {
    const { actors, messages } = await parseWith(version, printMermaid(used));
    expect(actors.map(({ id }) => id)).toEqual(expected);
    expect(messages.filter(({ type }) => type === 0).map(({ from, to }) => [from, to])).toEqual(
      expected.flatMap((id, index) => {
        const next = expected[(index + 1) % expected.length];
        return [
          [id, next],
          [id, id],
          [id, next],
        ];
      }),
    );
  });
});
