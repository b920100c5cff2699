/** Titles that are wider than what stands under them. */
import { expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { checkScene } from './check-scene.js';
import { sceneOfFlow } from './scenes.js';

const names = [
  'Browser',
  'Application',
  'Gateway',
  'Authorization server',
  'Directory',
  'Resource server',
  'Audit log',
];

test.each(['כניסה למערכת', 'Sign in'])('a wide picture under the title %s', (words) => {
  const text = [
    'id: wide',
    'heading: true',
    `title: "${`${words} `.repeat(12).trim()}"`,
    `participants: { ${names.map((name, index) => `P${index}: ${name}`).join(', ')} }`,
    'steps: [P0 -> P6: Hello]',
  ].join('\n');
  const { flow } = compileFlow({ path: 'wide.yaml', text });
  if (!flow) throw new Error('the flow is wrong');
  const { scene, script } = sceneOfFlow(flow);
  expect(scene.width).toBeGreaterThan(700);
  expect(checkScene(scene, script)).toEqual([]);
});
