/** The ends of activations that nobody ends, in each medium. */
import { expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { renderFlow } from '../../src/render.js';
import { withSteps } from '../compile.js';

function drawn(steps: string, format: 'mermaid' | 'text'): string {
  const { flow } = compileFlow({ path: 'flow.yaml', text: withSteps(steps) });
  const [artifact] = flow ? renderFlow(flow, { formats: [format] }).artifacts : [];
  return artifact?.content ?? expect.fail();
}

const open = '  - C ->+ AS: POST /token\n  - AS --> C: 200';

test('come with the last step', () => {
  expect(drawn(open, 'mermaid')).toMatch(/\n {4}AS_-->>C: 200\n {4}deactivate AS_\n$/);
  expect(drawn(open, 'text').trimEnd().split('\n').at(-1)).not.toContain('║');
  expect(drawn(open, 'text')).toContain('║');
});

test('are the same as the author’s own', () => {
  for (const format of ['mermaid', 'text'] as const)
    expect(drawn(open, format)).toBe(drawn(`${open}\n  - deactivate: AS`, format));
});

test('come before the legend', () => {
  const legend = `${open}\n  - C -> C: Think\nchannels: legend`.replace(
    'AS --> C: 200',
    'AS --> C -> AS: 303\n    redirect: { to: /x }',
  );
  expect(drawn(legend, 'mermaid')).toMatch(/deactivate AS_\n\n {4}Note over/);
});

test('come before the message that destroys the participant', () => {
  const mermaid = drawn('  - C ->+ AS: POST /token\n  - { AS --> C: 200, destroy: AS }', 'mermaid');
  expect(mermaid).toContain('deactivate AS_\n    destroy AS_\n    AS_-->>C: 200\n');
});
