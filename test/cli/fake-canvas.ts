/** Stands for the canvas. */
import type { TempWorldOptions } from './temp-world.js';
import type { PaintRequest } from '../../src/scene/index.js';
import { samplePicture } from './fake-rasterizer.js';

/** Draws nothing, but remembers what was asked for. `missing`: the letters that no font has. */
export function fakeCanvas(missing: readonly string[] = []) {
  const log = { opened: 0, requests: [] as PaintRequest[] };
  const openCanvas: NonNullable<TempWorldOptions['openCanvas']> = () => {
    log.opened += 1;
    return Promise.resolve({
      paintScenes: ({ ...request }) => {
        log.requests.push(request);
        return Promise.resolve({ bytes: samplePicture(request), missing });
      },
      differenceOf: (one, other) => Promise.resolve(Buffer.compare(one, other) === 0 ? 0 : 9),
    });
  };
  return { log, openCanvas };
}
