/** Slides in a real browser. */
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from '../browser-test.js';
import { openRasterizer, type Rasterizer } from '../../src/browser/rasterizer.js';
import { slideSvg } from '../../src/deck/slide.js';
import type { SlideRequest } from '../../src/deck/slide.js';
import { bareMachine } from './bare-machine.js';
import { pixelsOf } from './png-pixels.js';

const MERMAID = `sequenceDiagram
    participant C as Client
    participant S as Server
    C->>S: one<br/>in two lines
    Note over C,S: beside
    C->>C: itself
    S-->>C: three`;

let rasterizer: Rasterizer;
beforeAll(async () => {
  rasterizer = await openRasterizer({ world: bareMachine() });
});
afterAll(() => rasterizer.close());

const measure = () => rasterizer.measure({ id: 'flow', mermaid: MERMAID, background: 'transparent' });

async function paint(reveal: SlideRequest['reveal']) {
  const { svg, size } = await measure();
  const look = {
    id: 'flow_slide',
    lang: '',
    size: { width: 800, height: 450 },
    background: '#ffffff',
    color: '#000000',
  };
  const slide = slideSvg({ ...look, diagram: svg, diagramSize: size, title: 'Slide', reveal });
  return pixelsOf(await rasterizer.paint('flow', slide, look.size));
}

test('each message has its place, from top to bottom', async () => {
  const { size, tops, bottom } = await measure();
  expect(tops).toHaveLength(3);
  const edges = [0, ...tops, bottom, size.height];
  expect(edges).toEqual([...edges].sort((one, other) => one - other));
  // The first text has two lines, and the note follows it.
  expect((tops[1] ?? 0) - (tops[0] ?? 0)).toBeGreaterThan(100);
});

test('a long note over two participants is broken, since its box does not grow', async () => {
  const note = 'A long sentence about the two of them, which has no room in one line between their lifelines';
  const mermaid = `sequenceDiagram\n    A->>B: x\n    Note over A,B: ${note}`;
  const { svg } = await rasterizer.measure({ id: 'flow', mermaid });
  const lines = [...svg.matchAll(/class="noteText"[^>]*>(?:<tspan[^>]*>)?([^<]*)/g)].map(([, line]) => line);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join(' ').replaceAll(/\s+/g, ' ').trim()).toBe(note);
});

test('a slide has its pixels, and nothing jumps between two of a reveal', async () => {
  const { tops } = await measure();
  const whole = await paint(null);
  const first = await paint({ until: (tops[1] ?? 0) - 6, rest: 0 });
  expect([whole.width, whole.height]).toEqual([800, 450]);
  const differing = Array.from({ length: whole.height }, (_, row) => row).filter((row) =>
    Array.from({ length: whole.width }, (_, column) => column).some(
      (column) => String(whole.at(column, row)) !== String(first.at(column, row)),
    ),
  );
  const { size } = await measure();
  const scale = (450 * (1 - 0.09 - 0.04)) / size.height;
  expect(differing.length).toBeGreaterThan(20);
  expect(Math.min(...differing)).toBeGreaterThan(450 * 0.09 + ((tops[1] ?? 0) - 10) * scale - 2);
});
