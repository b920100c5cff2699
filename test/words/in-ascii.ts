/** Small flows, as text diagrams in ASCII. */
import { expect } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { renderFlow } from '../../src/render.js';

export const flowOf = (more: Readonly<Record<string, unknown>>) => {
  const source = {
    id: 'flow',
    title: 'Flow',
    participants: { C: 'C', AS: 'AS' },
    steps: [{ from: 'C', to: 'AS', text: 'POST' }],
    ...more,
  };
  const { flow: built, diagnostics } = compileFlow({ path: 'flow.yaml', text: JSON.stringify(source) });
  expect(diagnostics).toEqual([]);
  return built!;
};
export const inAscii = (more: Readonly<Record<string, unknown>>) =>
  renderFlow(flowOf(more), { formats: ['text'], charset: 'ascii' });
