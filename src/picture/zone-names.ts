/** The names of trust zones in legends and descriptions. */
import type { Say } from '../model/index.js';
import { defaultZones, zoneTitles } from '../theme/index.js';
import type { PresetData, Zones } from '../theme/index.js';

/** A zone's title, or for the zones of every theme a word, by the zone's name; other zones are called as they are named. */
export const zoneNames = (preset: PresetData | null, zones: Zones, say: Say): ReadonlyMap<string, string> =>
  new Map([
    ...Object.keys(defaultZones).map((name) => [name, say(`zone-${name}`)] as const),
    ...zoneTitles(preset, zones),
  ]);
