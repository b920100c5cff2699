/** The first slide of a deck or of a flow. */
import type { Base } from '../base.js';
import type { TitleSlide } from '../deck.js';
import { printShapes } from '../shapes/index.js';
import type { Palette } from '../../scene/index.js';
import { fitType } from './fit-type.js';
import { linksBox } from './links.js';
import { FIRST_ID } from './page.js';
import type { Page } from './page.js';
import { printParagraphs, printPlaceholder } from './slide-parts.js';

/** Hundredths of points. */
const LEAST = 1200;

export function titlePage({ title, notes, subtitle, links = [] }: TitleSlide, base: Base, colors: Palette): Page {
  const layout = base.layouts.title ?? base.layouts.diagram;
  const { body } = layout;
  return {
    ...{ title, notes, layout, colors },
    draw: (by) => {
      const paragraphs = subtitle === '' ? [] : subtitle.split('\n');
      // A layout's own words show on no slide, so an empty one may stay out.
      const size =
        body === null ? null : fitType(paragraphs, body.box, { size: body.size, least: LEAST, isBold: false });
      const said =
        body === null || paragraphs.length === 0
          ? ''
          : printPlaceholder(
              body,
              FIRST_ID,
              'Subtitle',
              printParagraphs({ paragraphs, size: size === body.size ? null : size, lang: by.lang }),
            );
      const { box } = body ?? layout.title;
      const px = (emu: number): number => emu / by.scale;
      const top = px(box.y + box.cy) + 12;
      const frame = { left: px(box.x), right: px(box.x + box.cx), top, bottom: top + 96 };
      const cited = links.length === 0 ? [] : [linksBox(links, { frame, size: 16, align: 'l', rows: 4 })];
      return { shapes: said + printShapes(cited, FIRST_ID + 1, by).xml, timing: '' };
    },
  };
}
