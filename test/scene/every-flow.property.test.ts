/** The checker on what people write: every shipped flow and every example of the documentation. */
import { describe, expect, test } from 'vitest';
import { findExcerpt } from '../../src/model/excerpt.js';
import { construct, constructs } from '../constructs/constructs.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { checkScene } from './check-scene.js';
import { sceneOfFlow, themes } from './scenes.js';

const faultsOf = (...args: Parameters<typeof sceneOfFlow>): readonly string[] => {
  const { scene, script } = sceneOfFlow(...args);
  return checkScene(scene, script);
};

test.each(flowIds)('%s', (id) => expect(faultsOf(loadFlow(id))).toEqual([]));

test.each(constructs)('the example %s', (name) => expect(faultsOf(construct(name).flow)).toEqual([]));

test.each(flowIds)('%s with its threats and a finding', (id) => {
  const flow = loadFlow(id);
  const at = flow.steps.find(({ kind }) => kind === 'message')?.span ?? null;
  const told = {
    severity: 'warning',
    message: 'The code is not bound to the client.',
    fix: '',
    source: { name: '', url: '' },
  };
  const finding = { flow: id, at, rule: 'SEC013', ...told };
  expect(faultsOf(flow, { annotations: { threats: true, remarks: [finding] } })).toEqual([]);
});

describe('a part of a flow', () => {
  test.each(flowIds)('%s', (id) => {
    const flow = loadFlow(id);
    const names = new Set(flow.steps.flatMap(({ phase, id: step }) => [...(phase ? [phase.plain] : []), step]));
    for (const name of [...names].slice(0, 4)) {
      const excerpt = findExcerpt(flow, name);
      if (excerpt) expect(faultsOf(flow, { excerpt }), name).toEqual([]);
    }
  });
});

test.each(themes)('the colours of the theme %s', (theme) => {
  for (const name of ['tones', 'rect', 'zones', 'boxes'])
    if (constructs.includes(name))
      expect(faultsOf(construct(name).flow, { themes: { light: theme, dark: theme } }), name).toEqual([]);
  expect(faultsOf(loadFlow('mcp-authorization'), { themes: { light: theme, dark: theme } })).toEqual([]);
});
