/** Compares two pictures by their pixels. */
import type { CanvasModule } from './load-canvas.js';

/**
 * The largest difference of two PNGs in a channel of a pixel, from 0 to 255; null where their sizes differ, and for what is no picture.
 */
export async function differenceOf(canvas: CanvasModule, one: Uint8Array, other: Uint8Array): Promise<number | null> {
  const first = await pixelsOf(canvas, one);
  const second = await pixelsOf(canvas, other);
  if (first === null || second === null) return null;
  if (first.width !== second.width || first.height !== second.height) return null;
  let most = 0;
  for (let at = 0; at < first.data.length; at += 1) {
    const difference = Math.abs((first.data[at] ?? 0) - (second.data[at] ?? 0));
    if (difference > most) most = difference;
  }
  return most;
}

async function pixelsOf({ createCanvas, loadImage }: CanvasModule, png: Uint8Array) {
  const image = await loadImage(Buffer.from(png)).catch(() => null);
  if (image === null) return null;
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}
