/** Proves that a scene shows all of its script, that everything can be read, and that nothing is in the way of anything. */
import type { Script } from '../../src/model/script.js';
import type { Scene } from '../../src/scene/scene.js';
import { checkArrows } from './checker/check-arrows.js';
import { checkColors } from './checker/check-colors.js';
import { checkLifelines } from './checker/check-lifelines.js';
import { checkMeetings } from './checker/check-meetings.js';
import { checkPlaces } from './checker/check-places.js';
import { checkWords } from './checker/check-words.js';
import { findColumns } from './checker/columns.js';
import { Picture } from './checker/drawn.js';
import { checkOrder, tellSteps } from './checker/script-steps.js';

/** What is wrong with a scene, and where; nothing if it is right. */
export function checkScene(scene: Scene, script: Script): readonly string[] {
  const picture = new Picture(scene);
  const telling = tellSteps(script.steps, scene.steps);
  const disorder = checkOrder(telling, scene.steps);
  // Without the right groups nothing can be found in its place.
  if (disorder.length > 0) return disorder;
  const columns = findColumns(
    picture,
    script.participants.map(({ id }) => id),
  );
  return [
    ...checkWords(picture, script, telling),
    ...checkMeetings(picture),
    ...checkPlaces(picture, telling),
    ...checkColors(picture),
    ...(columns instanceof Map
      ? [...checkArrows(columns, picture, telling), ...checkLifelines(columns, picture, telling)]
      : (columns as readonly string[])),
  ];
}
