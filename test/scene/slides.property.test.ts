/** Slides: every step is on one of them, in order; each fits, can be read, and shows only who takes part. */
import { describe, expect, test } from 'vitest';
import { packagedDesign } from '../../src/design.js';
import type { Flow } from '../../src/model/flow.js';
import { drawSlides, toScene } from '../../src/picture/index.js';
import { LEAST_SCALE, revealed, stepGroups } from '../../src/scene/index.js';
import type { Scene, SlideRoom, SlideScene } from '../../src/scene/index.js';
import { construct, constructs } from '../constructs/constructs.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { flowOf, withSteps } from '../compile.js';
import { checkColors } from './checker/check-colors.js';
import { checkMeetings } from './checker/check-meetings.js';
import { Picture } from './checker/drawn.js';

const design = packagedDesign();
const rooms: Readonly<Record<string, SlideRoom>> = {
  '16:9': { width: 1280, height: 720, stage: { left: 48, top: 122, right: 1232, bottom: 700 } },
  '4:3': { width: 960, height: 720, stage: { left: 48, top: 122, right: 912, bottom: 700 } },
};

const slidesOf = (flow: Flow, room: SlideRoom): readonly SlideScene[] =>
  drawSlides(flow, { design, themes: { light: 'light', dark: 'dark' }, room }, (found) =>
    found.severity === 'error' ? expect.fail(found.message) : undefined,
  ) ?? expect.fail();

const kinds: readonly string[] = ['message', 'note', 'ref', 'delay'];
const toldBy = ({ steps }: Scene): readonly string[] =>
  steps.filter(({ kind }) => kinds.includes(kind)).map(({ step, title }) => `${step}: ${title}`);

const messagesIn = ({ steps }: Scene): number => steps.filter(({ message }) => message).length;

/** Half of an edge's line, in px. */
const EDGE = 1.25;

/** What is wrong with slides. */
function faultsIn(slides: readonly SlideScene[], { width, height, stage }: SlideRoom): readonly string[] {
  return slides.flatMap(({ scene, scale }, index) => {
    const picture = new Picture(scene);
    const [ground] = scene.under;
    const boxes = picture.all.filter(({ item }) => item !== ground && item.role !== 'end').map(({ box }) => box);
    const astray = boxes.filter(
      ({ left, top, right, bottom }) =>
        left < stage.left - EDGE ||
        top < stage.top - EDGE ||
        right > stage.right + EDGE ||
        bottom > stage.bottom + EDGE,
    );
    const drawn = new Set(scene.steps.flatMap(({ participants }) => participants));
    const idle = [
      ...new Set(scene.heads.flatMap((item) => (item.role === 'head' ? [item.participant ?? ''] : []))),
    ].filter((id) => !drawn.has(id));
    const isOne = messagesIn(scene) <= 2;
    return [
      ...checkMeetings(picture),
      ...checkColors(picture),
      ...(scene.width === width && scene.height === height ? [] : ['its size']),
      ...astray.map((box) => `outside of the stage: ${JSON.stringify(box)}`),
      ...(scale >= LEAST_SCALE * 0.995 || isOne ? [] : [`its text is small: ${scale}`]),
      ...(drawn.size > 0 ? idle.map((id) => `${id} takes no part`) : []),
    ].map((fault) => `slide ${index + 1}: ${fault}`);
  });
}

describe.each(Object.entries(rooms))('slides of %s', (_, room) => {
  test.each(flowIds)('%s', (id) => {
    const flow = loadFlow(id);
    const slides = slidesOf(flow, room);
    expect(slides.flatMap(({ scene }) => toldBy(scene))).toEqual(toldBy(toScene(flow, { phases: false })));
    expect(faultsIn(slides, room)).toEqual([]);
  });

  test.each(constructs)('the example %s', (name) => {
    const { flow } = construct(name);
    const slides = slidesOf(flow, room);
    expect(slides.flatMap(({ scene }) => toldBy(scene))).toEqual(toldBy(toScene(flow, { phases: false })));
    expect(faultsIn(slides, room)).toEqual([]);
  });
});

const long = withSteps(
  `${Array.from({ length: 12 }, (_, index) => `  - C ->+ AS: Ask ${index}\n  - AS -->- C: Answer ${index}\n`).join('')}
  - C ->+ AS: Begin
${Array.from({ length: 30 }, (_, index) => `  - AS -> AS: Work ${index}\n`).join('')}  - AS -->- C: End\n`,
);

test('an activation that a cut opens is drawn on both sides', () => {
  const slides = slidesOf(flowOf(long), rooms['16:9']!);
  const open = slides.filter(({ scene }) => toldBy(scene).some((title) => title.includes('Work')));
  expect(open.length).toBeGreaterThan(2);
  for (const { scene } of open) expect(scene.under.some(({ role }) => role === 'bar')).toBe(true);
  const [first] = slides;
  expect(first?.scene.heads.some(({ role }) => role === 'legend')).toBe(false);
});

test('a reveal moves nothing, and shows one message more each time', () => {
  const [{ scene, scale } = expect.fail()] = slidesOf(loadFlow('authorization-code-pkce'), rooms['16:9']!);
  const shown = stepGroups(scene.steps).map((_, index) => revealed(scene, index + 1, { dim: false, scale }));
  expect(shown.map(messagesIn)).toEqual(shown.map((_, index) => index + 1));
  expect(shown.at(-1)).toBe(scene);
  const all = new Set([...scene.under, ...scene.heads, ...scene.steps]);
  for (const part of shown) for (const one of [...part.under, ...part.heads, ...part.steps]) expect(all).toContain(one);
  const faint = revealed(scene, 1, { dim: true, scale });
  expect(faint.steps.map(({ top }) => top)).toEqual(scene.steps.map(({ top }) => top));
});
