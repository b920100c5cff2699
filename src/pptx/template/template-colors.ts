/** The colours of a template: of its theme, as its master uses them. */
import { applyVariant, contrastOf, luminanceOf, rgbOf, slots } from '../colors/index.js';
import type { Page, Rgb, Scheme, Slot, SlotNames } from '../colors/index.js';
import { attributeOf, childOf, childrenOf, localName } from '../xml/index.js';
import type { XmlElement } from '../xml/index.js';

export interface TemplateColors {
  readonly scheme: Scheme;
  readonly slotNames: SlotNames;
  readonly page: Page;
}

const usualMap: Readonly<Partial<Record<Slot, string>>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };

export function templateColors(theme: XmlElement | undefined, master: XmlElement, layout: XmlElement): TemplateColors {
  const colors = childOf(theme, 'themeElements', 'clrScheme');
  const map = childOf(layout, 'clrMapOvr', 'overrideClrMapping') ?? childOf(master, 'clrMap');
  const valueOf = (slot: Slot): Rgb => {
    const name = attributeOf(map, slot) ?? usualMap[slot] ?? slot;
    return plainColor(childrenOf(childOf(colors, name))[0]) ?? rgbOf(name.startsWith('lt') ? '#ffffff' : '#000000');
  };
  const scheme = Object.fromEntries(slots.map((slot) => [slot, valueOf(slot)])) as Record<Slot, Rgb>;
  const ground = groundOf(layout, scheme) ?? groundOf(master, scheme) ?? scheme.bg1;
  const page = luminanceOf(ground) < 0.18 ? 'dark' : 'light';
  const isTurned = contrastOf(scheme.tx1, ground) < contrastOf(scheme.bg1, ground);
  if (!isTurned) return { scheme, slotNames: {}, page };
  const { bg1, tx1, bg2, tx2 } = scheme;
  return {
    scheme: { ...scheme, bg1: tx1, tx1: bg1, bg2: tx2, tx2: bg2 },
    slotNames: { bg1: 'tx1', tx1: 'bg1', bg2: 'tx2', tx2: 'bg2' },
    page,
  };
}

function plainColor(color: XmlElement | undefined): Rgb | null {
  if (!color) return null;
  const value = localName(color.name) === 'sysClr' ? attributeOf(color, 'lastClr') : attributeOf(color, 'val');
  return value !== undefined && /^[\da-f]{6}$/i.test(value) ? rgbOf(value) : null;
}

/** Null for pictures and gradients, which are taken for the theme's ground. */
function groundOf(sheet: XmlElement, scheme: Scheme): Rgb | null {
  const bg = childOf(sheet, 'cSld', 'bg');
  const color = childrenOf(childOf(bg, 'bgPr', 'solidFill') ?? childOf(bg, 'bgRef'))[0];
  if (!color) return null;
  const name = attributeOf(color, 'val') ?? '';
  const base = slots.find((slot) => slot === name);
  if (localName(color.name) !== 'schemeClr') return plainColor(color);
  if (base === undefined) return null;
  const part = (of: string): number => Number(attributeOf(childOf(color, of), 'val') ?? Number.NaN);
  const given = (['satMod', 'lumMod', 'lumOff'] as const).map((of) => [of, part(of)] as const);
  return applyVariant(scheme[base], Object.fromEntries(given.filter(([, value]) => Number.isFinite(value))));
}
