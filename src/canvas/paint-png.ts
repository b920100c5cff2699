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

/** Of a band: 4 MB. Whole pictures have up to 1 GB, and getting that much memory from the system takes longer than to paint. */
const BAND_PIXELS = 2 ** 20;

export function paintPng(module: CanvasModule, scene: Scene, drawing: Drawing): Promise<Uint8Array> {
  const { scale, background } = drawing;
  const [width, height] = [scene.width, scene.height].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ];
  const isOpaque = background === undefined || (background !== 'none' && background.opacity === 1);
  return encodePng({
    bands: paintBands(module, scene, { ...drawing, width, height, isOpaque }),
    width,
    height,
    isOpaque,
  });
}

interface Bands extends Drawing {
  readonly width: number;
  readonly height: number;
  readonly isOpaque: boolean;
}

function* paintBands(
  { createCanvas }: CanvasModule,
  scene: Scene,
  { pen, background, width, height, isOpaque }: Bands,
): Generator<Uint8Array | Uint8ClampedArray> {
  const most = Math.min(height, Math.max(1, Math.floor(BAND_PIXELS / width)));
  const down = height / scene.height;
  const canvas = createCanvas(width, most);
  const context = canvas.getContext('2d');
  for (let top = 0; top < height; top += most) {
    const rows = Math.min(most, height - top);
    context.save();
    context.clearRect(0, 0, width, most);
    context.translate(0, -top);
    context.scale(width / scene.width, down);
    paintScene(scene, { ...pen, context }, { background, top: top / down, bottom: (top + rows) / down });
    context.restore();
    // Where nothing is see-through, alpha multiplies by 1, and the canvas's own bytes need no change.
    yield isOpaque ? canvas.data().subarray(0, 4 * width * rows) : context.getImageData(0, 0, width, rows).data;
  }
  // Its memory need not wait for the collector.
  canvas.width = 1;
  canvas.height = 1;
}
