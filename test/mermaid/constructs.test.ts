/** Every construct as Mermaid, and read by the oldest Mermaid that hosts have and by the newest. */
import { afterAll, describe, expect, test } from 'vitest';
import { constructs, createBetween } from './constructs.js';
import { openParser } from './parser.js';
import { printMermaid } from './print.js';

test.each(Object.entries(constructs))('%s', async (name, { script, options }) => {
  await expect(printMermaid(script, options)).toMatchFileSnapshot(`golden/${name}.mmd`);
});

describe.each(['mermaid-10', 'mermaid', 'mermaid-12'] as const)('%s reads', (version) => {
  const parser = openParser(version);
  afterAll(() => parser.close());

  const readable = Object.entries(constructs).filter(([, { options }]) => version !== 'mermaid-10' || !options?.target);

  test.each(readable)('%s', async (_, { script, options }) => {
    const { messages } = await parser.parse(printMermaid(script, options));
    expect(messages.length).toBeGreaterThanOrEqual(script.steps.length);
  });

  test('created participants where they stand', async () => {
    const { actors } = await parser.parse(printMermaid(createBetween));
    expect(actors.map(({ id }) => id)).toEqual(createBetween.participants.map(({ id }) => id));
  });
});
