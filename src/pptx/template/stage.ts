/** Where a template's slides have room for a diagram. */
import type { Base, PlaceholderBox } from '../base.js';
import type { XmlElement } from '../xml/index.js';
import { isFooter, placeholdersIn } from './placeholders.js';
import type { PptxTemplate } from './pptx-template.js';

/** In px: below a title, and at the edges of a slide. */
const GAP = 14;
const EDGE = 20;
const SIDE = 48;
/** What a line of links takes, which stands below the diagram. */
const LINKS = 20;
/** Of a slide's width: what a title is narrower than says nothing about diagrams. */
const WIDE = 0.8;
/** Of a slide's height: a footer is below it, and a diagram needs so much. */
const [FOOT, ROOM] = [0.85, 0.4];

/** Below the title, between its edges, and above the footers of the layout and its master; null where that is too low. */
export function stageBelow(
  title: PlaceholderBox,
  sheets: readonly XmlElement[],
  { cx, cy }: Base['size'],
): PptxTemplate['stage'] | null {
  const px = cy / 720;
  const feet = sheets
    .flatMap((sheet) => placeholdersIn(sheet))
    .filter((one) => isFooter(one) && one.box !== null && one.box.y > cy * FOOT)
    .map(({ box }) => (box?.y ?? cy) / px - LINKS);
  const isWide = title.cx >= cx * WIDE;
  const stage = {
    left: Math.ceil(isWide ? title.x / px : SIDE),
    right: Math.floor(isWide ? (title.x + title.cx) / px : cx / px - SIDE),
    top: Math.ceil((title.y + title.cy) / px) + GAP,
    bottom: Math.floor(Math.min(720 - EDGE, ...feet)),
  };
  return stage.bottom - stage.top < 720 * ROOM ? null : stage;
}
