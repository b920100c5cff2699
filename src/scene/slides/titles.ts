/** The titles of a slide. */
import { textLines } from '../place/index.js';
import type { TextItem } from '../scene.js';
import { baselineOf, Passage } from '../text/index.js';
import type { TextStyle } from '../text/index.js';

export interface SlideTitles {
  /** What the deck is about. */
  readonly title: string;
  /** What the slide is about; '' for the same. */
  readonly phase: string;
  /** `4 / 5`; '' for none. */
  readonly count: string;
}

/** On a slide of 720 px: the sides of texts, their baselines, and their sizes. */
const SIDE = 48;
const small = { size: 16, y: 50 } as const;
const large = { size: 32, y: 90 } as const;

/** @param width of a slide that is 720 px high */
export function slideTitles({ title, phase, count }: SlideTitles, width: number): readonly TextItem[] {
  const right = width - SIDE;
  const counted = one(count, style(small.size, false, 'muted'), Infinity, { left: SIDE, y: small.y });
  const [number] = counted;
  const atRight = number ? [{ ...number, x: number.isRtl ? right : right - number.width }] : [];
  const room = right - SIDE - (number ? number.width + 24 : 0);
  const below = phase === '' ? title : phase;
  return [
    ...(phase === '' ? [] : one(title, style(small.size, false, 'muted'), room, { left: SIDE, y: small.y })),
    ...one(below, style(large.size, true, 'title'), right - SIDE, { left: SIDE, y: large.y }),
    ...atRight,
  ];
}

const style = (size: number, isBold: boolean, color: string): TextStyle => ({
  ...{ font: 'sans', size, lineHeight: size * 1.25, isBold, color },
});

/** In one line, smaller where it is too long. */
function one(
  text: string,
  look: TextStyle,
  room: number,
  { left, y }: { readonly left: number; readonly y: number },
): readonly TextItem[] {
  const line = (chosen: TextStyle): readonly TextItem[] => {
    const words = new Passage(text === '' ? [] : [text], chosen).wrap(Infinity);
    const right = left + (room === Infinity ? words.width : room);
    return textLines('heading', words, chosen, { left, right, top: y - baselineOf(chosen), align: 'start' });
  };
  const [full] = line(look);
  if (!full || full.width <= room) return full ? [full] : [];
  const size = Math.floor(((look.size * room) / full.width) * 10) / 10;
  return line({ ...look, size, lineHeight: size * 1.25 });
}
