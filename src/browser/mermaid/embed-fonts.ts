/** Embeds the glyphs that an SVG uses, so that it looks the same where its fonts are not installed. */
import type { CDPSession, Page } from 'puppeteer';
import type { ReportNotice } from '../../peers/index.js';
import { fontFace, fontOrder, isOurs } from '../../fonts/index.js';
import type { Face, SubsetFont } from '../../fonts/index.js';

/** A text as the page draws it. */
interface DrawnText {
  readonly text: string;
  /** CSS: `400`, `700`; `normal`, `italic`. */
  readonly weight: string;
  readonly style: string;
  readonly fonts: readonly { readonly postScriptName: string; readonly familyName: string }[];
}

interface EmbedOptions {
  /** The flow's. */
  readonly id: string;
  readonly svgId: string;
  readonly page: Page;
  readonly subsetFont: SubsetFont;
  /** Gets the fonts that can't be embedded. */
  readonly report: ReportNotice;
}

/**
 * Each diagram's font has its own name: if the SVG is inlined in a page, a subset named `Noto Sans` would replace
 * the page's complete font.
 */
export const embeddedFamily = (svgId: string): string => `authflow ${svgId}`;

/**
 * @param svg the SVG drawn last, with {@link embeddedFamily} before its other fonts, which is still in the page
 * @throws RasterFailure `missing-package`
 */
export async function embedFonts(svg: string, { id, svgId, page, subsetFont, report }: EmbedOptions): Promise<string> {
  const texts = await readTexts(page);
  const others = new Set(texts.flatMap(({ fonts }) => fonts.filter((font) => !isOurs(font.postScriptName))));
  const families = [...new Set([...others].map(({ familyName }) => familyName))].sort();
  if (families.length > 0) report(`${id}: not embedded (only Noto fonts from npm can be): ${families.join(', ')}`);
  const rules: string[] = [];
  for (const face of facesOf(texts, embeddedFamily(svgId))) rules.push(await fontFace(face, subsetFont));
  const end = svg.lastIndexOf('</svg>');
  return `${svg.slice(0, end)}<style>${rules.join('')}</style>${svg.slice(end)}`;
}

function facesOf(texts: readonly DrawnText[], family: string): readonly Face[] {
  const faces = new Map<string, Face>();
  for (const { text, weight, style, fonts } of texts) {
    for (const { postScriptName: font } of fonts) {
      if (!isOurs(font)) continue;
      const key = `${font} ${weight} ${style}`;
      faces.set(key, { font, family, weight, style, letters: (faces.get(key)?.letters ?? '') + text });
    }
  }
  const rank = ({ font, weight, style }: Face) => `${fontOrder.indexOf(font)} ${weight} ${style}`;
  return [...faces.values()].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/** Marks the elements that contain text, and returns their texts and styles. */
const MARK_TEXTS = `(() => {
  const elements = Array.from(document.querySelectorAll('#container svg :is(text, tspan)'));
  return elements
    .filter((element) => Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim() !== ''))
    .map((element, index) => {
      element.setAttribute('data-text', index);
      const { fontWeight: weight, fontStyle: style } = getComputedStyle(element);
      return { text: element.textContent, weight, style };
    });
})()`;

async function readTexts(page: Page): Promise<readonly DrawnText[]> {
  const texts = (await page.evaluate(MARK_TEXTS)) as Omit<DrawnText, 'fonts'>[];
  const devtools = await page.createCDPSession();
  try {
    await devtools.send('DOM.enable');
    await devtools.send('CSS.enable');
    const { root } = await devtools.send('DOM.getDocument');
    const marked = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '[data-text]' });
    const fonts = await Promise.all(marked.nodeIds.map((nodeId) => fontsOf(nodeId, devtools)));
    return texts.map((text, index) => ({ ...text, fonts: fonts[index] ?? [] }));
  } finally {
    await devtools.detach();
  }
}

/** The fonts with which the text is really drawn, which may differ from its style. */
async function fontsOf(nodeId: number, devtools: CDPSession): Promise<DrawnText['fonts']> {
  return (await devtools.send('CSS.getPlatformFontsForNode', { nodeId })).fonts;
}
