/** The colours of a template: of its theme, as its master uses them. */
import { applyVariant, contrastOf, luminanceOf, rgbOf, slots } from '../colors/index.js';
import type { Page, Rgb, Scheme, Slot, SlotNames } from '../colors/index.js';
import { attributeOf, childOf, childrenOf, descendantsOf, localName } from '../xml/index.js';
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
  const title = titleColor(layout, scheme) ?? titleColor(master, scheme) ?? scheme.tx1;
  // Of a picture nobody knows how dark it is, but its titles can be read on it.
  const unknown = luminanceOf(title) > 0.4 ? rgbOf('#000000') : scheme.bg1;
  const ground =
    isPictured(layout) || (!hasGround(layout) && isPictured(master)) ? unknown : plainGround(layout, master, scheme);
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

const groundIn = (sheet: XmlElement): XmlElement | undefined => childOf(sheet, 'cSld', 'bg');
const hasGround = (sheet: XmlElement): boolean => groundIn(sheet) !== undefined;
const isPictured = (sheet: XmlElement): boolean =>
  childrenOf(childOf(groundIn(sheet), 'bgPr'), 'blipFill', 'gradFill', 'pattFill').length > 0;

const plainGround = (layout: XmlElement, master: XmlElement, scheme: Scheme): Rgb =>
  groundOf(layout, scheme) ?? groundOf(master, scheme) ?? scheme.bg1;

const groundOf = (sheet: XmlElement, scheme: Scheme): Rgb | null => {
  const bg = groundIn(sheet);
  return colorOf(childrenOf(childOf(bg, 'bgPr', 'solidFill') ?? childOf(bg, 'bgRef'))[0], scheme);
};

/** As the layout's own title says, or the master's style of titles. */
function titleColor(sheet: XmlElement, scheme: Scheme): Rgb | null {
  const titles = descendantsOf(childOf(sheet, 'cSld', 'spTree'), 'sp').filter((shape) =>
    /^(?:ctrT|t)itle$/.test(attributeOf(childOf(shape, 'nvSpPr', 'nvPr', 'ph'), 'type') ?? ''),
  );
  const styles = [
    ...titles.map((shape) => childOf(shape, 'txBody', 'lstStyle')),
    childOf(sheet, 'txStyles', 'titleStyle'),
  ];
  const fills = styles.map((style) => childrenOf(childOf(style, 'lvl1pPr', 'defRPr', 'solidFill'))[0]);
  return colorOf(
    fills.find((fill) => fill !== undefined),
    scheme,
  );
}

function colorOf(color: XmlElement | undefined, scheme: Scheme): Rgb | null {
  if (!color) return null;
  if (localName(color.name) !== 'schemeClr') return plainColor(color);
  const name = attributeOf(color, 'val') ?? '';
  const base = slots.find((slot) => slot === name);
  if (base === undefined) return null;
  const part = (of: string): number => Number(attributeOf(childOf(color, of), 'val') ?? Number.NaN);
  const given = (['satMod', 'lumMod', 'lumOff'] as const).map((of) => [of, part(of)] as const);
  return applyVariant(scheme[base], Object.fromEntries(given.filter(([, value]) => Number.isFinite(value))));
}
