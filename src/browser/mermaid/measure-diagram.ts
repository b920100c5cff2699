/** Measures the positions of a drawn diagram's messages, at which slides are cut. */
import type { Page } from 'puppeteer';
import type { MeasuredDiagram } from '../../stamp/index.js';

/** Mermaid draws a message's text, line by line, and then its arrow. */
const MEASURE = `(() => {
  const svg = document.querySelector('#container svg');
  const { x, y, width, height } = svg.viewBox.baseVal;
  const topOf = (element) => element.getBBox().y - y;
  const tops = [];
  let text = Infinity;
  for (const element of svg.querySelectorAll('.messageText, .messageLine0, .messageLine1')) {
    text = Math.min(text, topOf(element));
    if (element.classList.contains('messageText')) continue;
    tops.push(text);
    text = Infinity;
  }
  const lower = Array.from(svg.querySelectorAll('.actor-bottom'), topOf);
  return { size: { width, height }, tops, bottom: Math.min(height, ...lower) };
})()`;

/** @param svg the SVG drawn last, which is still in the page */
export async function measureDiagram(svg: Uint8Array, page: Page): Promise<MeasuredDiagram> {
  const measured = (await page.evaluate(MEASURE)) as Omit<MeasuredDiagram, 'svg'>;
  return { svg: new TextDecoder().decode(svg), ...measured };
}
