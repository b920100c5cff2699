/** Embeds the letters of a picture that authflow draws itself: without a browser, which would know the font of each letter. */
import type { EmbeddedFonts, EmbedRequest, FaceText } from '../model/index.js';
import { graphemesOf } from '../source/index.js';
import type { ReportNotice } from '../peers/index.js';
import { coverageOf } from './coverage.js';
import { fontFace, fontOrder, readFont } from './font-files.js';
import type { Face, FontName } from './font-files.js';
import { codeOf, isUnseen } from './letters.js';
import { loadSubsetFont } from './subset.js';

/** The fonts of a text, the first choice first. */
function fontsFor({ font, isBold }: FaceText): readonly FontName[] {
  const sans = isBold ? 'NotoSans-Bold' : 'NotoSans-Regular';
  const others = ['NotoSansMath-Regular', 'NotoColorEmoji'] as const;
  if (font === 'sans') return [sans, ...others];
  return [isBold ? 'NotoSansMono-Bold' : 'NotoSansMono-Regular', sans, ...others];
}

/**
 * `report` gets the letters that none of the fonts has.
 *
 * @throws RasterFailure `missing-package`
 */
export async function embedTexts({ id, svgId, faces }: EmbedRequest, report: ReportNotice): Promise<EmbeddedFonts> {
  const families = { sans: `authflow ${svgId}`, mono: `authflow ${svgId} mono` };
  const subsetFont = await loadSubsetFont();
  const missing = new Set<string>();
  const found: Face[] = [];
  for (const face of faces) {
    const { byFont, rest } = share(face);
    rest.forEach((letter) => missing.add(letter));
    const style = { family: families[face.font], weight: face.isBold ? '700' : '400', style: 'normal' };
    for (const [font, letters] of byFont) found.push({ font, ...style, letters });
  }
  if (missing.size > 0) report(`${id}: not embedded (no Noto font from npm has them): ${[...missing].join(' ')}`);
  const rules: string[] = [];
  for (const face of inOrder(found)) rules.push(await fontFace(face, subsetFont));
  return { families, css: rules.join('') };
}

/** Shares the letters of a text among fonts; those of a cluster, such as an emoji of several people, have the same. */
function share(face: FaceText) {
  const byFont = new Map<FontName, string>();
  let rest = [...new Set(graphemesOf(face.text))];
  for (const font of fontsFor(face)) {
    if (rest.length === 0) break;
    const has = coverageOf(readFont(font));
    const isCovered = (cluster: string): boolean =>
      Array.from(cluster).every((letter) => isUnseen(letter) || has(codeOf(letter)));
    const letters = rest.filter(isCovered).sort().join('');
    rest = rest.filter((cluster) => !isCovered(cluster));
    if (letters !== '') byFont.set(font, letters);
  }
  return { byFont, rest };
}

/** The order decides which of two fonts draws a letter that both have. */
function inOrder(faces: readonly Face[]): readonly Face[] {
  const rank = ({ font, family, weight }: Face) => `${family} ${weight} ${fontOrder.indexOf(font)}`;
  return [...faces].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}
