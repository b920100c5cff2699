/** Nothing leaves the picture; frames, regions and cards hold what is theirs; heads and rows do not overlap. */
import {
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
import type { SceneStep } from '../../../src/scene/scene.js';
import type { Enclosure, Telling } from './script-steps.js';

export function checkPlaces(picture: Picture, telling: Telling): readonly string[] {
  return [
    ...checkInside(picture),
    ...checkHeads(picture),
    ...checkRows(picture, telling),
    ...checkHolders(picture),
    ...checkEnclosures(picture, telling),
  ];
}

function checkInside({ all, scene: { width, height } }: Picture): readonly string[] {
  const whole = { left: 0, top: 0, right: width, bottom: height };
  return [
    ...all.filter(({ box }) => !holds(whole, box)).map((drawn) => `${tell(drawn)} leaves the picture`),
    ...all
      .filter(({ box }) => Object.values(box).some((edge) => !Number.isFinite(edge)))
      .map((drawn) => `${tell(drawn)} has no place`),
  ];
}

function checkHeads(picture: Picture): readonly string[] {
  const heads = picture.withRole('head').filter(({ item }) => item.kind === 'rect');
  return heads.flatMap((one, index) =>
    heads
      .slice(index + 1)
      .filter((other) => doMeet(one.box, other.box))
      .map((other) => `${tell(one)} overlaps ${tell(other)}`),
  );
}

/** Groups stand one below the other, and those of branches and regions contain others. */
function checkRows({ scene: { steps } }: Picture, { holds: held }: Telling): readonly string[] {
  const faults: string[] = [];
  let before: SceneStep | null = null;
  for (const [index, step] of steps.entries()) {
    const { top, bottom } = step;
    const where = `${step.kind} ${step.step}`;
    if (bottom < top) faults.push(`${where} ends above its start`);
    if (before && top < before.bottom - 0.5) faults.push(`${where} begins above the end of ${before.step}`);
    for (const inner of steps.slice(index + 1, held.get(index) ?? 0))
      if (inner.top < top || inner.bottom > bottom + 0.5)
        faults.push(`${inner.kind} ${inner.step} is not inside of ${where}`);
    if (!held.has(index)) before = step;
  }
  return faults;
}

/** What each text must be in, and the px around it. */
const holders: readonly { readonly texts: readonly string[]; readonly in: readonly string[]; readonly pad: Pad }[] = [
  { texts: ['note', 'ref'], in: ['card'], pad: { x: 4, y: 1.5 } },
  { texts: ['number'], in: ['badge'], pad: { x: 1, y: 1 } },
  { texts: ['tag'], in: ['tag'], pad: { x: 2, y: 1 } },
  { texts: ['operator'], in: ['pill'], pad: { x: 3, y: 1 } },
];

interface Pad {
  readonly x: number;
  readonly y: number;
}

const padded = ({ left, top, right, bottom }: Box, { x, y }: Pad): Box => ({
  left: left - x,
  top: top - y,
  right: right + x,
  bottom: bottom + y,
});

function checkHolders(picture: Picture): readonly string[] {
  const inGroups = picture.texts.flatMap((text) => {
    const rule = holders.find(({ texts }) => texts.includes(text.item.role));
    if (!rule || typeof text.group === 'string') return [];
    return isHeld(text, picture.shapesOf(text.group, ...rule.in), rule.pad)
      ? []
      : [`${tell(text)} is not inside of its ${rule.in.join(' or ')}`];
  });
  const bands = picture.withRole('band');
  const phases = picture.texts.filter(({ item }) => item.role === 'phase');
  const outOfBand = phases.filter(
    (phase) => bands.some(({ box }) => doMeet(box, phase.box)) && !isHeld(phase, bands, { x: 4, y: 2 }),
  );
  return [...inGroups, ...outOfBand.map((phase) => `${tell(phase)} is not inside of its band`), ...checkNames(picture)];
}

const isHeld = (text: DrawnText, shapes: readonly DrawnShape[], pad: Pad): boolean =>
  shapes.some(({ box }) => holds(box, padded(text.box, pad)));

/** A name is in a head of its participant, or in none. */
function checkNames(picture: Picture): readonly string[] {
  const heads = picture.withRole('head').filter(({ item }) => item.kind === 'rect');
  return picture.texts
    .filter(({ item }) => item.role === 'name')
    .flatMap((name) => {
      const met = heads.filter(({ box }) => doMeet(box, name.box));
      const own = met.filter(({ item }) => item.participant === name.item.participant);
      return met.length === 0 || isHeld(name, own, { x: 3, y: 1.5 }) ? [] : [`${tell(name)} is not inside of its head`];
    });
}

/** Frames, or regions, in the order of the script: outer before inner, upper before lower. */
function placed(picture: Picture, kind: Enclosure['kind']): readonly DrawnShape[] {
  return (
    picture
      .withRole(kind)
      // A frame that is cut has no rect.
      .filter(({ item }) => item.kind === 'rect' || item.kind === 'path')
      .sort((one, other) => one.box.top - other.box.top || other.box.bottom - one.box.bottom)
  );
}

function checkEnclosures(picture: Picture, telling: Telling): readonly string[] {
  const shapes = { frame: placed(picture, 'frame'), region: placed(picture, 'region') };
  const next = { frame: 0, region: 0 };
  const matched = telling.enclosures.map((enclosure) => ({
    ...enclosure,
    shape: shapes[enclosure.kind][next[enclosure.kind]++],
  }));
  return [
    ...(['frame', 'region'] as const)
      .filter((kind) => shapes[kind].length !== next[kind])
      .map((kind) => `there are ${shapes[kind].length} ${kind}s, not ${next[kind]}`),
    ...matched.flatMap(({ shape, ...enclosure }) => (shape ? checkEnclosure(shape, enclosure, picture, telling) : [])),
    ...matched.flatMap((outer) =>
      matched
        .filter((inner) => inner !== outer && inner.first >= outer.first && inner.end <= outer.end)
        // One without groups may stand before the other as well.
        .filter((inner) => inner.first < inner.end && isLater(inner, outer))
        .filter((inner) => inner.shape && outer.shape && !holds(grown(outer.shape.box, -3), inner.shape.box))
        .map(
          (inner) =>
            `${inner.shape ? tell(inner.shape) : ''} is not well inside of ${outer.shape ? tell(outer.shape) : ''}`,
        ),
    ),
  ];
}

/** Whether it is inside, not around, where both hold the same groups. */
const isLater = (
  inner: Enclosure & { shape: Drawn | undefined },
  outer: Enclosure & { shape: Drawn | undefined },
): boolean =>
  inner.first > outer.first || inner.end < outer.end || (inner.shape?.box.bottom ?? 0) < (outer.shape?.box.bottom ?? 0);

function checkEnclosure(
  shape: DrawnShape,
  { first, end }: Enclosure,
  picture: Picture,
  { holds: held }: Telling,
): readonly string[] {
  const { steps } = picture.scene;
  const inside = new Set(steps.slice(first, end));
  const outside = picture.all.filter(
    ({ group, box }) => typeof group !== 'string' && inside.has(group) && !holds(shape.box, box, 1),
  );
  const isAround = (index: number): boolean => index < first && (held.get(index) ?? 0) >= end;
  const strange = steps.filter(
    (step, index) =>
      (index < first || index >= end) &&
      !isAround(index) &&
      step.bottom > step.top &&
      step.top < shape.box.bottom - 1 &&
      step.bottom > shape.box.top + 1,
  );
  return [
    ...outside.map((drawn) => `${tell(drawn)} is not inside of its ${tell(shape)}`),
    ...strange.map((step) => `${step.kind} ${step.step} is beside ${tell(shape)}, which does not hold it`),
  ];
}
