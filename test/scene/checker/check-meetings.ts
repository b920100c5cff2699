/** No text meets another one, a line or an edge, and nothing is hidden. */
import {
  common,
  doMeet,
  grown,
  holds,
  tell,
  type Box,
  type Drawn,
  type DrawnShape,
  type DrawnText,
  type Picture,
} from './drawn.js';

/** So near may strokes come to the box of a text, in px: letters seldom fill it. */
const SLACK = 0.3;

export function checkMeetings(picture: Picture): readonly string[] {
  const texts = picture.texts.filter(({ box }) => box.right > box.left);
  return [...checkTexts(texts), ...texts.flatMap((text) => checkText(text, picture))];
}

function checkTexts(texts: readonly DrawnText[]): readonly string[] {
  const faults: string[] = [];
  const sorted = [...texts].sort((one, other) => one.box.top - other.box.top);
  for (const [index, one] of sorted.entries())
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || other.box.top >= one.box.bottom) break;
      if (doMeet(grown(one.box, -SLACK), other.box)) faults.push(`${tell(one)} meets ${tell(other)}`);
    }
  return faults;
}

function checkText(text: DrawnText, picture: Picture): readonly string[] {
  const box = grown(text.box, -SLACK);
  const there = picture.shapesAt(box);
  return there.flatMap((shape) => {
    if (isFilled(shape) && shape.order > text.order) return [`${tell(shape)} hides ${tell(text)}`];
    const met = inkOf(shape).filter((ink) => doMeet(ink, box) && !isHidden(common(ink, box), shape, text, there));
    return met.length > 0 ? [`${tell(shape)} meets ${tell(text)}`] : [];
  });
}

const isFilled = ({ item }: Drawn): boolean => (item.kind === 'rect' || item.kind === 'path') && item.fill !== null;

/** Whether something that is drawn in between covers it. */
const isHidden = (area: Box, shape: DrawnShape, text: DrawnText, there: readonly DrawnShape[]): boolean =>
  there.some(
    (cover) =>
      cover.order > shape.order &&
      cover.order < text.order &&
      cover.item.kind === 'rect' &&
      cover.item.fill !== null &&
      holds(cover.box, area),
  );

/** Grounds, over whose edges texts may go: messages lead from zone to zone. */
const grounds = ['ground', 'zone'];

/** Where a shape has a line or an edge. */
function inkOf({ item, box }: DrawnShape): readonly Box[] {
  // A frame that is cut has edges, too.
  if (item.kind !== 'rect' && !(item.kind === 'path' && item.role === 'frame')) return [box];
  if (grounds.includes(item.role)) return [];
  const width = Math.max(item.stroke?.width ?? 0, 0.1);
  const { left, top, right, bottom } = box;
  return [
    { left, top, right: left + width, bottom },
    { left: right - width, top, right, bottom },
    { left, top, right, bottom: top + width },
    { left, top: bottom - width, right, bottom },
  ];
}
