/** The heading above a picture: the flow's title, its summary, and its specifications. */
import { MARGIN } from '../metrics.js';
import type { Item } from '../scene.js';
import { Passage, styles } from '../text/index.js';
import type { Wrapped } from '../text/index.js';
import { textLines } from './shapes.js';

export interface Heading {
  readonly title: readonly string[];
  readonly summary: string;
  readonly specs: readonly { readonly name: string; readonly url: string }[];
}

const ROOM = 620;
/** A picture with a heading is at least so wide, without its margins. */
export const HEADING_LEAST = 360 - 2 * MARGIN;
const BELOW = 14;
const BETWEEN = 24;

/** Items from the top margin; `bottom` is where the picture begins. */
export function headingItems(
  { title, summary, specs }: Heading,
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
): { readonly items: readonly Item[]; readonly bottom: number } {
  if (title.length === 0) return { items: [], bottom: top };
  const room = Math.min(ROOM, right - left);
  const items: Item[] = [];
  let y = top;
  const add = (role: 'heading' | 'summary', words: Wrapped, style: typeof styles.heading): void => {
    const far = left + Math.max(room, words.width);
    items.push(...textLines(role, words, style, { left, right: far, top: y, align: 'start' }));
    y += words.height;
  };
  add('heading', new Passage(title, styles.heading).wrap(right - left), styles.heading);
  if (summary !== '') add('summary', new Passage(summary.split('\n'), styles.summary).wrap(room), styles.summary);
  const cited = specItems(specs, { left, right, top: y });
  return { items: [...items, ...cited.items], bottom: cited.bottom + BELOW };
}

function specItems(
  specs: Heading['specs'],
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
): { readonly items: readonly Item[]; readonly bottom: number } {
  if (specs.length === 0) return { items: [], bottom: top };
  const items: Item[] = [];
  let [x, y] = [left, top + 2];
  for (const { name, url } of specs) {
    const isLink = /^https?:/i.test(url);
    const style = { ...styles.legend, color: isLink ? 'accent' : styles.legend.color };
    const words = new Passage([name], style).wrap(right - left);
    if (x > left && x + words.width > right) [x, y] = [left, y + style.lineHeight];
    const texts = textLines('spec', words, style, { left: x, right: x + words.width, top: y, align: 'start' });
    items.push(...(isLink ? [{ kind: 'link', role: 'spec', href: url, items: texts } as const] : texts));
    y += words.height - style.lineHeight;
    x += words.width + BETWEEN;
  }
  return { items, bottom: y + styles.legend.lineHeight };
}
