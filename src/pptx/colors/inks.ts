/** Writes the colours of scenes as colours of a theme. */
import type { Palette, Token } from '../../scene/index.js';
import { el } from '../xml/index.js';
import { contrastOf, differenceOf, hexOf, mixed, rgbOf, toHsl } from './rgb.js';
import type { Rgb } from './rgb.js';
import type { Page, Scheme, SlotNames } from './scheme.js';
import { originOf, slots } from './tokens.js';
import type { Origin, Slot } from './tokens.js';
import { applyVariant, printVariant, variantOf } from './variant.js';

/** `<a:schemeClr …>` or `<a:srgbClr …>` */
export type Ink = (token: Token) => string;

/** So many levels of 255 nobody sees. */
const NEAR = 3;
/** No scheme has colours that are further away. */
const FAR = 8;
/** WCAG 2.2, 1.4.3 and 1.4.11. */
const enough = { text: 4.5, line: 3, tint: 1 } as const;

interface Colors {
  readonly palette: Palette;
  readonly page: Page;
  readonly scheme: Scheme;
  /** Whether the scheme was made for scenes: their colours then are reached. Otherwise the scheme's own colours are taken. */
  readonly isOwn: boolean;
  readonly names: SlotNames;
}

export function inksOf(colors: Colors): Ink {
  const known = new Map<Token, string>();
  return (token) => {
    const found = known.get(token) ?? printColor(token, colors);
    known.set(token, found);
    return found;
  };
}

function printColor(token: Token, colors: Colors): string {
  const wanted = rgbOf(colors.palette[token]?.[colors.page] ?? '#000000');
  const origin = originOf(token, () => nearestAccent(wanted, colors.scheme));
  if (origin === null) return srgb(wanted);
  const target = colors.isOwn ? wanted : translated(wanted, origin, colors);
  return asVariant(target, origin, colors);
}

const srgb = (color: Rgb): string => el('a:srgbClr', { val: hexOf(color) });

function asVariant(target: Rgb, origin: Origin, { scheme, names }: Colors): string {
  const found = [...origin.slots, ...slots.filter((slot) => !origin.slots.includes(slot))].map((slot) => {
    const variant = variantOf(scheme[slot], target);
    return { slot, variant, off: differenceOf(applyVariant(scheme[slot], variant), target) };
  });
  const [own, all] = [found.slice(0, origin.slots.length), found];
  const best =
    own.find(({ off }) => off <= NEAR) ?? all.reduce((one, other) => (other.off < one.off - 1 ? other : one));
  if (best.off > FAR) return srgb(target);
  return el('a:schemeClr', { val: names[best.slot] ?? best.slot }, printVariant(best.variant));
}

/** What the scheme of a template has in place of a scene's colour. */
function translated(wanted: Rgb, origin: Origin, { palette, page, scheme }: Colors): Rgb {
  const { bg1, tx1 } = scheme;
  const [first = 'tx1'] = origin.slots;
  if (first.startsWith('accent'))
    return origin.share === null
      ? moved(scheme[first], origin, scheme)
      : mixed(bg1, scheme[first], origin.share * (page === 'dark' ? 1.5 : 1));
  const light = (token: Token): number => toHsl(rgbOf(palette[token]?.[page] ?? '#000000'))[2];
  const [ground, ink] = [light('ground'), light('ink')];
  const share = ground === ink ? 1 : (toHsl(wanted)[2] - ground) / (ink - ground);
  return moved(mixed(bg1, tx1, Math.max(0, Math.min(1, share))), origin, scheme);
}

/** Towards the colour of texts, until it can be told from the ground. */
function moved(color: Rgb, { use }: Origin, { bg1, tx1 }: Scheme): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const found = mixed(color, tx1, share);
    if (contrastOf(found, bg1) >= enough[use]) return found;
  }
  return tx1;
}

/** By its hue. */
function nearestAccent(wanted: Rgb, scheme: Scheme): Slot {
  const [hue, saturation] = toHsl(wanted);
  if (saturation < 0.1) return 'accent6';
  const away = (slot: Slot): number => {
    const turn = Math.abs(toHsl(scheme[slot])[0] - hue);
    return Math.min(turn, 1 - turn);
  };
  const colored = slots.filter((slot) => slot.startsWith('accent') && slot !== 'accent6');
  return colored.reduce((one, other) => (away(other) < away(one) ? other : one), colored[0] ?? 'accent1');
}
