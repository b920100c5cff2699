/** Collects the texts of a scene by their fonts. */
import type { FaceText } from '../model/index.js';
import type { Item, Scene } from '../scene/index.js';
import { keepBlanks } from './print-text.js';

export function facesIn({ under, steps, heads }: Scene): readonly FaceText[] {
  const faces = new Map<string, FaceText>();
  const visit = (item: Item): void => {
    if (item.kind === 'link') item.items.forEach(visit);
    if (item.kind !== 'text') return;
    for (const { isBold, text } of item.runs) {
      const { font } = item;
      const key = `${font} ${isBold}`;
      const known = faces.get(key)?.text ?? '';
      faces.set(key, { font, isBold, text: known + keepBlanks(text, true) + text });
    }
  };
  [...under, ...steps.flatMap(({ items }) => items), ...heads].forEach(visit);
  return [...faces.values()];
}
