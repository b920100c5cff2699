/** The checker on what people write: every shipped flow and every example of the documentation. */
import { expect, test } from 'vitest';
import { construct, constructs } from '../constructs/constructs.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { checkScene } from './check-scene.js';
import { sceneOfFlow } from './scenes.js';

test.each(flowIds)('%s', (id) => {
  const { scene, script } = sceneOfFlow(loadFlow(id));
  expect(checkScene(scene, script)).toEqual([]);
});

test.each(constructs)('the example %s', (name) => {
  const { scene, script } = sceneOfFlow(construct(name).flow);
  expect(checkScene(scene, script)).toEqual([]);
});
