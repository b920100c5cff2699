/** Draws one picture with mermaid-cli in the kept page. */
import type { Page, Viewport } from 'puppeteer';
import { svgIdOf } from '../../model/index.js';
import { loadSubsetFont } from '../../fonts/index.js';
import { RasterFailure } from '../../peers/index.js';
import type { ReportNotice } from '../../peers/index.js';
import { PICTURE_DEFAULTS } from '../../stamp/index.js';
import type { PictureRequest } from '../../stamp/index.js';
import type { RenderMermaid } from '../peers.js';
import { embedFonts } from './embed-fonts.js';
import { fitLabels, wrapSpanningNotes } from './fit-labels.js';
import type { AdjustViewport, KeptPage } from './kept-page.js';
import { mermaidConfig } from './mermaid-config.js';
import { scopeIds } from './svg-ids.js';
import { nameLang } from './svg-lang.js';
import { sizeSvg } from './svg-size.js';

/** Chromium's limit for either side of a picture, in pixels; beyond it the picture repeats its beginning. */
const MAX_PIXELS = 16_384;

/** Timeout for the health check of a page, in ms. */
const ANSWER_MS = 2_000;

/** mermaid-cli 12 fits each PDF to its diagram, and takes no notice of this. */
const SINCE_11 = { pdfFit: true };
/** authflow embeds fonts itself, where that is asked for. mermaid-cli 11 takes no notice of this. */
const SINCE_12 = { fontEmbed: false };

/** @throws RasterFailure `render-failed` if the diagram is the cause, any other error if the browser is */
export async function drawPicture(
  kept: KeptPage,
  renderMermaid: RenderMermaid,
  request: PictureRequest,
  report: ReportNotice,
): Promise<Uint8Array> {
  const { id, mermaid, format, scale = PICTURE_DEFAULTS.scale, background = PICTURE_DEFAULTS.background } = request;
  const svgId = request.svgId ?? svgIdOf(`${id}.${format}`);
  const draw = async (text: string): Promise<Uint8Array> => {
    kept.prepare({
      viewport: format === 'png' ? pngViewport(request, report) : (viewport) => viewport,
      printBackground: background !== 'transparent',
      isSeen: format !== 'svg',
      lang: request.lang ?? '',
    });
    const options = {
      viewport: { width: 800, height: 600, deviceScaleFactor: format === 'png' ? scale : 1 },
      backgroundColor: background,
      mermaidConfig: mermaidConfig({ ...request, svgId }),
      svgId,
      ...SINCE_11,
      ...SINCE_12,
    };
    const drawn = renderMermaid(kept.browser, text, format, options);
    return (await kept.unlessCrashed(drawn)).data;
  };
  try {
    const data = await drawFitting(mermaid, draw, kept.page);
    return format === 'svg' ? await finishSvg(data, { ...request, svgId }, kept.page, report) : data;
  } catch (thrown) {
    if (thrown instanceof RasterFailure || !(await isWell(kept.page))) throw thrown;
    throw new RasterFailure('render-failed', `${id}: Mermaid can't draw the diagram: ${refusal(thrown)}`, thrown);
  }
}

/** A box gets narrower when its title is broken, and may then need another break. */
const MOST_BREAKS = 5;

/** Draws again while labels are wider than their notes or boxes. */
async function drawFitting(
  mermaid: string,
  draw: (mermaid: string) => Promise<Uint8Array>,
  page: Page,
): Promise<Uint8Array> {
  const wrapped = wrapSpanningNotes(mermaid);
  const isWrapped = wrapped !== mermaid;
  // Mermaid can't break a line with words that have no width, such as a lone joiner.
  const first = isWrapped ? await draw(wrapped).catch(() => null) : null;
  let data = first ?? (await draw(mermaid));
  let drawn = first ? wrapped : mermaid;
  for (let breaks = 0; breaks < MOST_BREAKS; breaks += 1) {
    const fitting = await fitLabels(drawn, page);
    if (fitting === drawn) break;
    data = await draw(fitting);
    drawn = fitting;
  }
  return data;
}

async function finishSvg(
  svg: Uint8Array,
  { id, svgId, lang = '', width, embedFonts: embeds = false }: PictureRequest & { readonly svgId: string },
  page: Page,
  report: ReportNotice,
): Promise<Uint8Array> {
  const text = scopeIds(nameLang(sizeSvg(new TextDecoder().decode(svg), width), lang), svgId);
  const whole = embeds ? await embedFonts(text, { id, svgId, page, subsetFont: await loadSubsetFont(), report }) : text;
  return new TextEncoder().encode(`${whole}\n`);
}

/** Mermaid's message with all its lines, without the places in Mermaid's own code. */
function refusal(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return message
    .split('\n')
    .filter((line) => !line.includes('mermaid-cli-intercept.invalid'))
    .join('\n')
    .trim();
}

/**
 * Code that runs in the page is a string, because it runs in another program, and the names that it uses don't exist
 * here.
 */
const MEASURE_SVG = `(() => {
  const { width, height } = document.querySelector('svg').getBoundingClientRect();
  return { width: Math.ceil(width), height: Math.ceil(height) };
})()`;

/** mermaid-cli asks for a viewport twice: at the start, and when it knows the size of the diagram. */
function pngViewport(
  { id, scale = PICTURE_DEFAULTS.scale, width }: PictureRequest,
  report: ReportNotice,
): AdjustViewport {
  let measured = false;
  return async (viewport: Viewport, page: Page) => {
    if (!measured) {
      measured = true;
      return viewport;
    }
    const size = (await page.evaluate(MEASURE_SVG)) as { width: number; height: number };
    const asked = width === undefined ? scale : width / size.width;
    const limit = MAX_PIXELS / Math.max(size.width, size.height);
    if (asked > limit) report(`${id}: too large for a PNG at scale ${round(asked)}; drawn at ${round(limit)}`);
    return { ...viewport, deviceScaleFactor: Math.min(asked, limit) };
  };
}

function round(scale: number): number {
  return Math.round(scale * 100) / 100;
}

/** False for a page that crashed, hangs or navigated away: then the diagram did not cause the failure. */
async function isWell(page: Page): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ANSWER_MS)));
  const answer = page.$eval('#container', () => true).catch(() => false);
  return await Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
