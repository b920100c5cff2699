/** A slide with a diagram. */
import type { Base } from '../base.js';
import type { DiagramSlide } from '../deck.js';
import { drawDiagram } from '../diagram/index.js';
import { printShapes } from '../shapes/index.js';
import { linksBox } from './links.js';
import { FIRST_ID } from './page.js';
import type { Page } from './page.js';
import { printTiming } from './timing.js';

/** 12 pt, where a slide is 540 pt high. */
const LINK_SIZE = 16;
const LINK_ROW = 20;

export function diagramPage(slide: DiagramSlide, base: Base, build: boolean, reply: string): Page {
  const { title, notes, scene, stage, links = [] } = slide;
  return {
    ...{ title, notes, layout: base.layouts.diagram, colors: scene.colors },
    draw: (by) => {
      const frame = { left: stage.left, right: stage.right, top: stage.bottom, bottom: stage.bottom + LINK_ROW };
      const drawn = [
        ...drawDiagram(scene, build, { reply }),
        ...(links.length === 0 ? [] : [linksBox(links, { frame, size: LINK_SIZE, align: 'r', rows: 1 })]),
      ];
      const shapes = printShapes(drawn, FIRST_ID, by);
      return { shapes: shapes.xml, timing: printTiming(shapes) };
    },
  };
}
