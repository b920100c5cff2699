/** The fonts that can be embedded, and their subsets. */
import { join } from 'node:path';
import { explainFileError, readFile } from '../files/index.js';
import { EMBEDDING_PEERS, npmInstall, packageFolder, RasterFailure } from '../peers/index.js';
import type { Peer } from '../peers/index.js';
import type { SubsetFont } from './subset.js';

/** By PostScript name. */
const FILES = {
  NotoColorEmoji: ['@expo-google-fonts/noto-color-emoji', '400Regular/NotoColorEmoji_400Regular.ttf'],
  'NotoSansMath-Regular': ['@expo-google-fonts/noto-sans-math', '400Regular/NotoSansMath_400Regular.ttf'],
  'NotoSansMono-Regular': ['@expo-google-fonts/noto-sans-mono', '400Regular/NotoSansMono_400Regular.ttf'],
  'NotoSansMono-Bold': ['@expo-google-fonts/noto-sans-mono', '700Bold/NotoSansMono_700Bold.ttf'],
  'NotoSans-Regular': ['@expo-google-fonts/noto-sans', '400Regular/NotoSans_400Regular.ttf'],
  'NotoSans-Italic': ['@expo-google-fonts/noto-sans', '400Regular_Italic/NotoSans_400Regular_Italic.ttf'],
  'NotoSans-Bold': ['@expo-google-fonts/noto-sans', '700Bold/NotoSans_700Bold.ttf'],
  'NotoSans-BoldItalic': ['@expo-google-fonts/noto-sans', '700Bold_Italic/NotoSans_700Bold_Italic.ttf'],
} as const satisfies Record<string, readonly [Peer, string]>;

export type FontName = keyof typeof FILES;

/** Of several faces with one family, weight and style, the last one that has a letter draws it (CSS Fonts 4, 4.5). */
export const fontOrder = Object.keys(FILES) as readonly FontName[];

export const isOurs = (name: string): name is FontName => Object.hasOwn(FILES, name);

/** @throws RasterFailure `missing-package`, for a damaged package too */
export function readFont(font: FontName): Buffer {
  const [name, file] = FILES[font];
  const folder = packageFolder(name);
  const ours = Object.values(FILES).map(([peer]) => peer);
  const wayOut = `run: ${npmInstall([...new Set([...ours, ...EMBEDDING_PEERS])])}`;
  const missing = (why: string, cause?: unknown): RasterFailure =>
    new RasterFailure('missing-package', `${why}\n${wayOut}`, cause);
  if (folder === null) throw missing(`--embed-fonts takes its fonts from npm: ${name} is not installed`);
  const path = join(folder, file);
  try {
    return readFile(path);
  } catch (thrown) {
    throw missing(`the font ${path} can't be read: ${explainFileError(thrown)}`, thrown);
  }
}

/** One `@font-face`. */
export interface Face {
  readonly font: FontName;
  readonly family: string;
  /** CSS: `400`, `700`; `normal`, `italic`. */
  readonly weight: string;
  readonly style: string;
  readonly letters: string;
}

/** @throws RasterFailure `missing-package` */
export async function fontFace(
  { font, family, weight, style, letters }: Face,
  subsetFont: SubsetFont,
): Promise<string> {
  const subset = await subsetFont(readFont(font), letters, { targetFormat: 'woff2' });
  const url = `url(data:font/woff2;base64,${subset.toString('base64')}) format("woff2")`;
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:${url}}`;
}
