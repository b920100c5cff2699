// Writes fonts/: what pictures in pixels and for print are drawn with, cut down to Latin, Greek and Cyrillic letters and to symbols.
import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const folder = new URL('../fonts/', import.meta.url);

/** Latin with phonetic letters and marks, Greek, Cyrillic, punctuation, currencies, numbers, letter-like symbols, ligatures. */
const letters = [
  [0x20, 0x7e],
  [0xa0, 0x3ff],
  [0x400, 0x52f],
  [0x1d00, 0x1dbf],
  [0x1e00, 0x1fff],
  [0x2000, 0x20c0],
  [0x2100, 0x218f],
  [0x2c60, 0x2c7f],
  [0x2de0, 0x2dff],
  [0xa640, 0xa69f],
  [0xa720, 0xa7ff],
  [0xfb00, 0xfb06],
  [0xfffd, 0xfffd],
];

/** Arrows, operators, technical signs, geometric shapes, ticks and crosses. */
const symbols = [
  [0x20, 0x20],
  [0x2190, 0x21ff],
  [0x2200, 0x23ff],
  [0x25a0, 0x25ff],
  [0x2610, 0x2612],
  [0x2713, 0x2718],
  [0x27f5, 0x27ff],
  [0x2900, 0x297f],
];

/** By file in fonts/: the package's file, and the letters that are kept. */
const cuts = {
  'NotoSans-Regular.woff2': ['noto-sans/400Regular/NotoSans_400Regular.ttf', letters],
  'NotoSans-Bold.woff2': ['noto-sans/700Bold/NotoSans_700Bold.ttf', letters],
  'NotoSansMono-Regular.woff2': ['noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf', letters],
  'NotoSansMath-Regular.woff2': ['noto-sans-math/400Regular/NotoSansMath_400Regular.ttf', symbols],
};

const installed = (name) => readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}`)));

const textOf = (ranges) =>
  ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)))
    .join('');

/** The expected files, by name. Names 13 and 14 are the licence. */
export async function packagedFonts() {
  const fonts = Object.entries(cuts).map(async ([file, [source, kept]]) => [
    file,
    await subsetFont(installed(source), textOf(kept), { targetFormat: 'woff2', preserveNameIds: [0, 13, 14] }),
  ]);
  return Object.fromEntries([
    ...(await Promise.all(fonts)),
    ['OFL.txt', Buffer.from(`${licences().join(`\n${'-'.repeat(60)}\n\n`)}`)],
  ]);
}

/** Of each package, as the licence demands (SIL Open Font License 1.1, condition 2). */
function licences() {
  const texts = ['noto-sans', 'noto-sans-math'].map((name) =>
    installed(`${name}/LICENSE_FONT`).toString('utf8').replaceAll('\r\n', '\n'),
  );
  return [...new Set(texts)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, content] of Object.entries(await packagedFonts())) writeFileSync(new URL(name, folder), content);
}
