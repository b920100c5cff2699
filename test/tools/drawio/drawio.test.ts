/**
 * All flows, constructs and pictures of the tests in the engine of draw.io: what is joined stays joined when it is moved, stretched
 * and saved. Screenshots are kept in node_modules/.cache/authflow-drawio, to be looked at beside the SVG.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../../../src/browser/browser.js';
import { compileFlow } from '../../../src/compile.js';
import { bareMachine } from '../../browser/bare-machine.js';
import { drawioOf, hostile, samples } from '../../drawio/samples.js';
import { Engine } from './engine.js';
import type { DrawnEdge, DrawnPage } from './engine.js';

const folder = resolve('node_modules/.cache/authflow-drawio');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

let running: Awaited<ReturnType<typeof startBrowser<void>>>;
let engine: Engine;
beforeAll(async () => {
  running = await startBrowser(puppeteer, bareMachine(), {}, () => Promise.resolve());
  engine = await Engine.open(running.browser, folder);
});
afterAll(() => running.stop());

const pagesIn = (xml: string): number => xml.split('<mxGraphModel').length - 1;

const lifelinesOf = ({ shapes }: DrawnPage): readonly string[] =>
  Object.entries(shapes).flatMap(([id, { lifeline }]) => (lifeline ? [id] : []));

/** From the line of a lifeline, across and down. */
const offset = ([x, y]: DrawnEdge['points'][number], page: DrawnPage, id: string | null) => {
  const { x: left, y: top, width } = page.shapes[id ?? '']!;
  return [Math.round(100 * (x - left - width / 2)), Math.round(100 * (y - top))];
};

describe.each(samples)('$name', ({ name, load }) => {
  const xml = drawioOf(load());
  const pages = Array.from({ length: pagesIn(xml) }, (_, index) => index);

  test.each(pages)('page %i', async (index) => {
    const page = await engine.draw(xml, index);
    await engine.shoot(join(folder, `${name.replace(' ', '-')}-${index}.png`) as `${string}.png`);
    expect(page.edges.filter(({ source, target }) => source === null || target === null)).toEqual([]);
    // Arrows are level as they are drawn.
    const isSlanted = ({ points }: DrawnEdge) => points.length === 2 && Math.abs(points[0]![1] - points[1]![1]) > 0.01;
    expect(page.edges.filter(isSlanted)).toEqual([]);

    for (const id of lifelinesOf(page)) {
      const touching = page.edges.filter(({ source, target }) => source === id || target === id);

      const moved = await engine.draw(xml, index, [{ id, right: 40 }]);
      for (const before of touching) {
        const after = moved.edges.find((edge) => edge.id === before.id)!;
        for (const [end, at] of [
          ['source', 0],
          ['target', -1],
        ] as const)
          expect(offset(after.points.at(at)!, moved, after[end])).toEqual(
            offset(before.points.at(at)!, page, before[end]),
          );
        if (before.source === before.target) expect(after.points).toEqual(before.points.map(([x, y]) => [x + 40, y]));
        // The label stays where it was on the arrow, from its middle.
        if (before.label && before.source !== before.target)
          expect(after.label![0] - before.label[0]).toBeCloseTo(20, 1);
      }

      const stretched = await engine.draw(xml, index, [{ id, taller: 100 }]);
      expect(stretched.edges.map(({ points }) => points)).toEqual(page.edges.map(({ points }) => points));
    }
  });

  test('is saved with all that it has', async () => {
    for (const index of pages) {
      const page = await engine.draw(xml, index);
      const saved = await engine.save();
      const { text, elements: _, ...again } = await engine.draw(saved, 0);
      expect(again).toEqual({ edges: page.edges, shapes: page.shapes, links: page.links });
      expect(text).toBe(page.text);
    }
  });
});

test('hostile texts are drawn as texts', async () => {
  const text = `id: hostile
title: Hostile
participants: { A: ${JSON.stringify(hostile)}, B: B }
steps: [{ from: A, to: B, text: ${JSON.stringify(hostile)} }, { note: ${JSON.stringify(hostile)}, over: A }]
`;
  const { flow } = compileFlow({ path: 'flows/hostile.yaml', text });
  const page = await engine.draw(drawioOf(flow!), 0);
  const shown = page.text.replaceAll(/\s|\u00a0/g, '');
  expect(shown.split(hostile.replaceAll(' ', '')).length - 1).toBe(3);
  expect(page.elements).not.toContain('img');
});
