/** Paints a scene as a PNG. */
import type { Background, Scene } from '../scene/index.js';
import { encodePng } from './encode-png.js';
import type { CanvasModule } from './load-canvas.js';
import { paintScene } from './paint-scene.js';
import type { Pen } from './pen.js';

interface Drawing {
  readonly pen: Omit<Pen, 'context'>;
  /** Pixels per px. */
  readonly scale: number;
  readonly background: Background | undefined;
}

export async function paintPng(
  { createCanvas }: CanvasModule,
  scene: Scene,
  { pen, scale, background }: Drawing,
): Promise<Uint8Array> {
  const [width, height] = [scene.width, scene.height].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.scale(width / scene.width, height / scene.height);
  paintScene(scene, { ...pen, context }, background);
  const isOpaque = background === undefined || (background !== 'none' && background.opacity === 1);
  // Where nothing is see-through, alpha multiplies by 1, and the canvas's own bytes need no copy.
  const data = isOpaque ? canvas.data() : context.getImageData(0, 0, width, height).data;
  // Its pixels are copied: the memory need not wait for the collector.
  canvas.width = 1;
  canvas.height = 1;
  return await encodePng({ data, width, height, isOpaque });
}
