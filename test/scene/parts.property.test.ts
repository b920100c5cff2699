/** The parts of pictures on paper: every step is in one of them, each fits, and each can be read. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Script, ScriptStep } from '../../src/model/script.js';
import { measureScript } from '../../src/scene/measure/index.js';
import { scaleOnPaper } from '../../src/scene/lay-out-parts.js';
import type { PaperRoom } from '../../src/scene/lay-out-parts.js';
import { construct, constructs } from '../constructs/constructs.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { runs } from '../runs.js';
import { makePicture } from './arbitrary.js';
import { checkScene } from './check-scene.js';
import { leavesOf, partsOfScript, sceneOfFlow } from './scenes.js';

type Parts = ReturnType<typeof partsOfScript>;

const a4: PaperRoom = { width: 661, height: 963 };
/** About a third of it. */
const slip: PaperRoom = { width: 661, height: 420 };
const letter: PaperRoom = { width: 684, height: 895 };
/** 90 × 160 mm: too narrow for the words of most flows. */
const card: PaperRoom = { width: 340, height: 604 };

/** Pictures that fit are scaled down by this at most. */
const DOWN = 1.2;

/** What is wrong with the parts. */
function faultsIn(parts: Parts, whole: readonly ScriptStep[], room: PaperRoom): readonly string[] {
  const told = parts.flatMap(({ leaves }) => leaves);
  const lost = whole.findIndex((step, index) => step !== told[index]);
  return [
    ...(lost >= 0 || told.length !== whole.length ? [`step ${lost} of ${whole.length} is not in its place`] : []),
    ...parts.flatMap(({ scene, script, leaves }, index) => [
      ...checkScene(scene, script)
        .filter((fault) => !isOfEnd(fault, leaves))
        .map((fault) => `part ${index + 1}: ${fault}`),
      ...(isTooHigh(scene, room) && stepsIn(leaves) > 1 ? [`part ${index + 1} is too high: ${scene.height}`] : []),
      ...(scene.width === parts[0]?.scene.width ? [] : [`part ${index + 1} has a width of its own`]),
    ]),
  ];
}

/** Whether a participant that a branch ends goes on depends on what other parts say. */
const isOfEnd = (fault: string, leaves: readonly ScriptStep[]): boolean =>
  leaves.some(
    (step) => step.kind === 'message' && step.destroy !== '' && fault.startsWith(`the lifeline of ${step.destroy} `),
  );

const isTooHigh = (scene: Parts[number]['scene'], room: PaperRoom): boolean =>
  scaleOnPaper(scene, room) < Math.min(1, room.width / scene.width);

/** The legs of a redirect stay together. */
const stepsIn = (leaves: readonly ScriptStep[]): number =>
  leaves.filter((step) => step.kind !== 'message' || step.redirectLeg !== 'request').length;

const facts = { tellsChannelsApart: true, marksRedirects: true, tags: new Map<string, string>() };

const leavesOfScript = (script: Script): readonly ScriptStep[] =>
  leavesOf(measureScript(script, facts)).map(({ step }) => step);

test.each(flowIds)('%s', (id) => {
  const flow = loadFlow(id);
  const { script } = sceneOfFlow(flow);
  for (const room of [a4, slip, letter, card]) {
    const parts = partsOfScript(script, flow, { facts, icons: true, room });
    expect(faultsIn(parts, leavesOfScript(script), room)).toEqual([]);
    for (const { scene } of parts) {
      if (room !== slip) expect(isTooHigh(scene, room)).toBe(false);
      const isTooWide = room === card && scene.width > DOWN * room.width;
      if (room !== slip && !isTooWide) expect(smallestPoints(scene, room)).toBeGreaterThanOrEqual(7.5);
    }
  }
});

test.each(constructs)('the example %s', (name) => {
  const { flow } = construct(name);
  const { script } = sceneOfFlow(flow);
  for (const room of [a4, slip])
    expect(faultsIn(partsOfScript(script, flow, { facts, icons: true, room }), leavesOfScript(script), room)).toEqual(
      [],
    );
});

test('every script', () => {
  fc.assert(
    fc.property(fc.gen(), fc.constantFrom(a4, slip), (g, room) => {
      const { script, flow, facts: known, icons } = makePicture(g);
      const parts = partsOfScript(script, flow, { facts: known, icons, room });
      expect(faultsIn(parts, leavesOfScript(script), room), JSON.stringify({ script, room })).toEqual([]);
    }),
    { numRuns: runs(150), endOnFailure: true },
  );
});

function smallestPoints(scene: Parts[number]['scene'], room: PaperRoom): number {
  const items = [...scene.under, ...scene.steps.flatMap((step) => step.items), ...scene.heads];
  const texts = items
    .flatMap((item) => (item.kind === 'link' ? item.items : [item]))
    .filter((item) => item.kind === 'text');
  return Math.round(Math.min(...texts.map(({ size }) => size)) * scaleOnPaper(scene, room) * 0.75 * 1000) / 1000;
}
