/** Every construct, read by the oldest Mermaid that hosts have and by the newest. */
import { isOutside } from '../../src/model/step.js';
import { messagesOf } from '../../src/model/tree.js';
import { describe, expect, test } from 'vitest';
import { newest, oldest, parseWith } from '../mermaid/parser.js';
import { construct, constructs } from './constructs.js';

describe.each([
  [oldest, 10],
  [newest, 11],
] as const)('%s', (version, major) => {
  test.each(constructs)('reads %s', async (name) => {
    const { flow, rendered } = construct(name);
    if (Number.parseInt(flow.mermaidTarget ?? '10') > major) return;
    const mermaid = rendered.artifacts.find(({ path }) => path.endsWith('.mmd'));
    const { actors } = await parseWith(version, mermaid?.content ?? '');
    const outside = new Set([...messagesOf(flow.steps)].flatMap(({ from, to }) => [from, to].filter(isOutside)));
    expect(actors).toHaveLength(flow.participants.length + outside.size);
  });
});
