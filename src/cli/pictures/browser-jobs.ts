/** How many browsers draw at once. */
import type { OptionValues } from '../grammar/index.js';
import type { World } from '../world/index.js';

/** Starting a browser costs as much as drawing about this many pictures. */
const PICTURES_PER_BROWSER = 10;

export function jobsFor(pictures: number, { jobs }: OptionValues, { processors }: World): number {
  const worthwhile = Math.min(processors, Math.ceil(pictures / PICTURES_PER_BROWSER));
  return Math.min(pictures, jobs ?? worthwhile);
}
