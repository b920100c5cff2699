// Writes src/scene/type/font-widths.ts: how wide the letters of Noto Sans and Noto Sans Mono are, and how pairs of them are kerned.
// HarfBuzz, the shaper of Chromium, measures them; nothing reads a font at run time.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Blob, Buffer, Face, Feature, Font, shape } from 'harfbuzzjs';
import { format, resolveConfig } from 'prettier';

const output = fileURLToPath(new URL('../src/scene/type/font-widths.ts', import.meta.url));

/** Latin with Vietnamese, Greek, Cyrillic, spaces, punctuation, signs of currencies. All are in all three fonts. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x192, 0x192],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x218, 0x21b],
  [0x384, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a3, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x1e9e, 0x1e9e],
  [0x1ea0, 0x1ef9],
  [0x2000, 0x200a],
  [0x2010, 0x2015],
  [0x2018, 0x2022],
  [0x2026, 0x2026],
  [0x202f, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x20b4, 0x20b4],
  [0x20bd, 0x20bd],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
];
const letters = ranges.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)),
);

const ligatures = ['ff', 'fi', 'fl'];

const fontFile = (name) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}`));
const files = {
  regular: fontFile('noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: fontFile('noto-sans/700Bold/NotoSans_700Bold.ttf'),
  mono: fontFile('noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf'),
};

/** The advance of each letter of a text, in thousandths of an em. A ligature's is its first letter's. */
function advancesOf(font, text, ligatures = false) {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer, [new Feature('liga', ligatures ? 1 : 0)]);
  const advances = Array.from(text, () => 0);
  const positions = buffer.getGlyphPositions();
  for (const [index, { codepoint, cluster }] of buffer.getGlyphInfos().entries()) {
    if (codepoint === 0) throw new Error(`the font has no ${JSON.stringify(text[cluster])}`);
    advances[cluster] += positions[index].xAdvance;
  }
  return advances;
}

function measureFace(file) {
  const face = new Face(new Blob(readFileSync(file)));
  if (face.upem !== 1000) throw new Error(`${file} counts ${face.upem} units per em`);
  const font = new Font(face);
  const advances = letters.map((letter) => advancesOf(font, letter)[0]);
  // One text has all pairs that start with a letter: ABACAD. Ligatures would join other pairs in it.
  const kerning = letters.map((left, row) => {
    const shaped = advancesOf(font, letters.map((right) => left + right).join(''));
    return letters.map((_, column) => shaped[2 * column] - advances[row]);
  });
  for (const pair of ligatures) {
    const [left, right] = Array.from(pair, (letter) => letters.indexOf(letter));
    const [first, second] = advancesOf(font, pair, true);
    kerning[left][right] = first + second - advances[left] - advances[right];
  }
  return { advances, kerning };
}

const twoDigits = (number) => number.toString(36).padStart(2, '0');

/** Which of the different texts each one is, and where each first stands. */
function classesOf(texts) {
  const firsts = [...new Set(texts)].map((text) => texts.indexOf(text));
  const classes = new Map(firsts.map((first, index) => [texts[first], index]));
  return { firsts, code: texts.map((text) => twoDigits(classes.get(text))).join('') };
}

/** `a` to `z` and further letters for values, numbers for as many zeros. */
function codeOf(cells, values) {
  return cells
    .map((value) => (value === '0' ? '.' : String.fromCharCode(0x41 + values.indexOf(value))))
    .join('')
    .replace(/\.+$/, '')
    .replace(/\.+/g, (zeros) => `${zeros.length}`);
}

/** Letters with the same kerning share a row or a column; the cells of bold are told only where they differ. */
function kerningCode(regular, bold) {
  const cells = regular.map((row, i) =>
    row.map((value, j) => (value === bold[i][j] ? `${value}` : `${value}/${bold[i][j]}`)),
  );
  const left = classesOf(cells.map((row) => row.join()));
  const right = classesOf(letters.map((_, column) => cells.map((row) => row[column]).join()));
  const rows = left.firsts.map((row) => right.firsts.map((column) => cells[row][column]));
  const values = [...new Set(rows.flat())].filter((value) => value !== '0').sort();
  return {
    left: left.code,
    right: right.code,
    values: values.join(' '),
    rows: rows.map((row) => codeOf(row, values)).join(' '),
  };
}

/** The expected file. */
export async function fontWidths() {
  const { regular, bold, mono } = Object.fromEntries(
    Object.entries(files).map(([name, file]) => [name, measureFace(file)]),
  );
  if (mono.advances.some((advance) => advance !== 600 && advance !== 0)) throw new Error('Noto Sans Mono is not mono');
  const { left, right, values, rows } = kerningCode(regular.kerning, bold.kerning);
  const text = `/** The letters of Noto Sans and Noto Sans Mono; \`npm run fonts\` writes this file (build/font-widths.js). Numbers have base 36. */

/** Code points, from and to. */
export const letterRanges: readonly (readonly [number, number])[] = ${JSON.stringify(ranges)};

/** Advances in thousandths of an em, two digits per letter. */
export const regularAdvances = '${regular.advances.map(twoDigits).join('')}';
export const boldAdvances = '${bold.advances.map(twoDigits).join('')}';

/** The row of each letter in the kerning, as a pair's first letter, and its column, as the second one. */
export const kerningRows = '${left}';
export const kerningColumns = '${right}';
/** What is added to a pair's advance: of both faces, or of regular/bold. */
export const kerningValues = '${values}';
/** By row, what stands in each column: a value (A is the first), or as many zeros as the decimal number says. */
export const kerning = '${rows.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}';
`;
  return format(text, { ...(await resolveConfig(output)), parser: 'typescript' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(output, await fontWidths());
