/** An SVG of ours as a PNG, in the page that the diagrams are drawn in: with the same fonts. */
import type { Page } from 'puppeteer';
import type { Size } from '../deck/index.js';

/** The PNG has the size's pixels. */
export async function paintSvg(svg: string, { width, height }: Size, page: Page): Promise<Uint8Array> {
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  const clip = (await page.evaluate(placed(svg))) as { x: number; y: number };
  return await page.screenshot({ clip: { ...clip, width, height }, captureBeyondViewport: true });
}

const placed = (svg: string): string => `(() => {
  document.body.style.visibility = 'visible';
  const container = document.querySelector('#container');
  container.innerHTML = ${JSON.stringify(svg)};
  const { left, top } = container.querySelector('svg').getBoundingClientRect();
  return { x: left, y: top };
})()`;
