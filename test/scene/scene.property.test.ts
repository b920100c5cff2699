import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../runs.js';
import { makePicture } from './arbitrary.js';
import { checkScene } from './check-scene.js';
import { sceneOfScript } from './scenes.js';

test('every scene shows all of its script, and nothing is in the way of anything', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const { script, flow, ...choices } = makePicture(g);
      const scene = sceneOfScript(script, flow, choices);
      expect(checkScene(scene, script), JSON.stringify({ script, choices })).toEqual([]);
    }),
    // Shrinking a generated script takes minutes and gains little: the first failure is printed whole.
    { numRuns: runs(300), endOnFailure: true },
  );
});
