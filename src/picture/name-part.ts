/** What a part of a picture is called in a document: by a text about the whole. */
import type { Say } from '../model/index.js';

/** `part`: from 1. The only part has the name of the whole. */
export const namePart = (text: string, part: number, count: number, say: Say): string =>
  count === 1 ? text : say('part-caption', { text, part: String(part), count: String(count) });
