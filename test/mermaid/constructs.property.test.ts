/** Every construct, read by the oldest Mermaid that hosts have and by the newest. */
import { describe, expect, test } from 'vitest';
import { constructs, createBetween } from './constructs.js';
import { oldest, parseWith, versions } from './parser.js';
import { printMermaid } from './print.js';

describe.each(versions)('%s reads', (version) => {
  const readable = Object.entries(constructs).filter(([, { options }]) => version !== oldest || !options?.target);

  test.each(readable)('%s', async (_, { script, options }) => {
    const { messages } = await parseWith(version, printMermaid(script, options));
    // The title of a phase, a delay and a reference are notes, and a note is a message of Mermaid's.
    expect(messages.length).toBeGreaterThanOrEqual(script.steps.length);
  });

  test('created participants where they stand', async () => {
    const { actors } = await parseWith(version, printMermaid(createBetween));
    expect(actors.map(({ id }) => id)).toEqual(createBetween.participants.map(({ id }) => id));
  });
});
