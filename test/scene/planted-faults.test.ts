import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flowOf } from '../compile.js';
import { checkScene } from './check-scene.js';
import { faults } from './faults.js';
import { sceneOfFlow } from './scenes.js';

const sample = readFileSync(new URL('sample.yaml', import.meta.url), 'utf8');
const other = 'id: sign-in\ntitle: Sign-in\nparticipants: { C: Client }\nsteps: [C -> C: Ask]\n';
const flow = flowOf(sample, { 'sign-in.yaml': other });
const { scene, script } = sceneOfFlow(flow, { annotations: { threats: true } });

test('the sample is right', () => expect(checkScene(scene, script)).toEqual([]));

describe('the checker finds that', () => {
  test.each(Object.entries(faults))('%s', (_, { plant, says }) => {
    const faulty = plant(scene);
    expect(faulty).not.toEqual(scene);
    expect(checkScene(faulty, script).join('\n')).toMatch(says);
  });
});
