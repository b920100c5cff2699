/** Embeds the glyphs that an SVG uses, so that it looks the same where its fonts are not installed. */
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer';
import { readFile } from '../files/index.js';
import type { ReportNotice } from './browser.js';
import { EMBEDDING_PEERS, firstLine, FONT_PEERS, npmInstall, RasterFailure, type Peer } from './failure.js';
import { packageFolder, type SubsetFont } from './peers.js';

/** The files that can be embedded, by the PostScript names that the browser reports; later entries win. */
const FILES = {
  NotoColorEmoji: ['@expo-google-fonts/noto-color-emoji', '400Regular/NotoColorEmoji_400Regular.ttf'],
  'NotoSansMath-Regular': ['@expo-google-fonts/noto-sans-math', '400Regular/NotoSansMath_400Regular.ttf'],
  'NotoSans-Regular': ['@expo-google-fonts/noto-sans', '400Regular/NotoSans_400Regular.ttf'],
  'NotoSans-Italic': ['@expo-google-fonts/noto-sans', '400Regular_Italic/NotoSans_400Regular_Italic.ttf'],
  'NotoSans-Bold': ['@expo-google-fonts/noto-sans', '700Bold/NotoSans_700Bold.ttf'],
  'NotoSans-BoldItalic': ['@expo-google-fonts/noto-sans', '700Bold_Italic/NotoSans_700Bold_Italic.ttf'],
} as const satisfies Record<string, readonly [Peer, string]>;

type FontName = keyof typeof FILES;

/** A text as the page draws it. */
interface DrawnText {
  readonly text: string;
  /** CSS: `400`, `700`; `normal`, `italic`. */
  readonly weight: string;
  readonly style: string;
  readonly fonts: readonly { readonly postScriptName: string; readonly familyName: string }[];
}

/** One `@font-face`: faces of one weight and style complement each other, and the last one has priority (CSS Fonts 4, 4.5). */
interface Face {
  readonly font: FontName;
  readonly weight: string;
  readonly style: string;
  readonly letters: string;
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
  for (const face of facesOf(texts)) rules.push(await fontFace(face, svgId, subsetFont));
  const end = svg.lastIndexOf('</svg>');
  return `${svg.slice(0, end)}<style>${rules.join('')}</style>${svg.slice(end)}`;
}

const isOurs = (name: string): name is FontName => Object.hasOwn(FILES, name);

function facesOf(texts: readonly DrawnText[]): readonly Face[] {
  const faces = new Map<string, Face>();
  for (const { text, weight, style, fonts } of texts) {
    for (const { postScriptName: font } of fonts) {
      if (!isOurs(font)) continue;
      const key = `${font} ${weight} ${style}`;
      faces.set(key, { font, weight, style, letters: (faces.get(key)?.letters ?? '') + text });
    }
  }
  const order = Object.keys(FILES);
  const rank = ({ font, weight, style }: Face) => `${order.indexOf(font)} ${weight} ${style}`;
  return [...faces.values()].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

async function fontFace(
  { font, weight, style, letters }: Face,
  svgId: string,
  subsetFont: SubsetFont,
): Promise<string> {
  const [name, file] = FILES[font];
  const folder = packageFolder(name);
  if (folder === null) {
    throw new RasterFailure(
      'missing-package',
      `--embed-fonts takes its fonts from npm: ${name} is not installed\nrun: ${npmInstall([...FONT_PEERS, ...EMBEDDING_PEERS])}`,
    );
  }
  const subset = await subsetFont(readFont(join(folder, file)), letters, { targetFormat: 'woff2' });
  const url = `url(data:font/woff2;base64,${subset.toString('base64')}) format("woff2")`;
  return `@font-face{font-family:"${embeddedFamily(svgId)}";font-weight:${weight};font-style:${style};src:${url}}`;
}

/** @throws RasterFailure `missing-package` for a damaged package */
function readFont(file: string): Buffer {
  try {
    return readFile(file);
  } catch (thrown) {
    throw new RasterFailure(
      'missing-package',
      `the font ${file} can't be read: ${firstLine(thrown)}\nrun: ${npmInstall(FONT_PEERS)}`,
      thrown,
    );
  }
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
