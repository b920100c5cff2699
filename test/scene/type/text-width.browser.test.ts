/** The table of widths against Chromium, for what flows really say, at every size that pictures have. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer';
import { expect } from 'vitest';
import { packagedDesign } from '../../../src/design.js';
import { startBrowser } from '../../../src/browser/browser.js';
import { letterRanges } from '../../../src/scene/type/font-widths.js';
import { textWidth, type Face } from '../../../src/scene/type/text-width.js';
import { putIntoWords } from '../../../src/words/words.js';
import { bareMachine } from '../../browser/bare-machine.js';
import { test } from '../../browser-test.js';
import { construct, constructs } from '../../constructs/constructs.js';
import { flowIds, loadFlow } from '../../flows/load.js';

const sizes = [14, 13, 12.5, 11];

const files: Readonly<Record<Face, string>> = {
  regular: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  mono: 'noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf',
};
const faces = Object.keys(files) as Face[];

const ours = [
  ...[
    '«Façade» – Ångström, Þórður, naïve',
    'Žluťoučký kůň úpěl ďábelské ódy',
    'Zażółć gęślą jaźń',
    'Đặng Thị Hồng Ngọc',
  ],
  ...['Διακομιστής εξουσιοδότησης', 'Ο χρήστης δίνει τη συγκατάθεσή του', 'Γάλα, Τάξη, Ύψος: «Άυλος»'],
  ...[
    'Сервер авторизации',
    'Пользователь входит в систему',
    'Ґанок і їжак',
    'Шта је „ћирилица“?',
    'Туман. Уда. Рад, Гр.',
  ],
  ...['AVATAR To. Ty, P. "A" Yo V. LT', 'flag is offline, efficient affix', '1,000 € – 50 % … №7'],
];

/** What the shipped flows and the examples of the documentation say, line by line. */
function labels(): readonly string[] {
  const { templates } = packagedDesign();
  const flows = [...flowIds.map((id) => loadFlow(id)), ...constructs.map((name) => construct(name).flow)];
  const found = new Set<string>();
  for (const flow of flows)
    JSON.stringify(putIntoWords(flow, 'picture', templates), (key, value: unknown) => {
      if (key === 'lines') for (const line of value as string[]) if (isInTable(line)) found.add(line);
      return value;
    });
  return [...found].sort();
}

const isInTable = (text: string): boolean =>
  text !== '' &&
  Array.from(text).every((letter) =>
    letterRanges.some(([from, to]) => isBetween(letter.codePointAt(0) ?? 0, from, to)),
  );
const isBetween = (code: number, from: number, to: number): boolean => code >= from && code <= to;

const fontFace = (face: Face): string => {
  const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/${files[face]}`));
  return `@font-face { font-family: ${face}; src: url(data:font/ttf;base64,${readFileSync(path, 'base64')}) }`;
};

/** In px, by face, size and text. */
const measure = (texts: readonly string[]): string => `(async () => {
  const texts = ${JSON.stringify(texts)};
  await Promise.all(Array.from(document.fonts, (face) => face.load()));
  const text = document.querySelector('text');
  return ${JSON.stringify(faces)}.map((face) => ${JSON.stringify(sizes)}.map((size) => texts.map((said) => {
    text.setAttribute('font-family', face);
    text.setAttribute('font-size', size);
    text.textContent = said;
    return text.getComputedTextLength();
  })));
})()`;

test('a text is as wide in a browser as the table says', async () => {
  const texts = [...ours, ...labels()];
  expect(texts.length).toBeGreaterThan(500);
  const kept = await startBrowser(puppeteer, bareMachine(), {}, () => Promise.resolve());
  try {
    const page = await kept.browser.newPage();
    await page.setContent(
      `<style>${faces.map(fontFace).join('\n')}</style><svg xmlns="http://www.w3.org/2000/svg"><text xml:space="preserve"></text></svg>`,
    );
    const measured = (await page.evaluate(measure(texts))) as number[][][];
    const differences = faces.flatMap((face, f) =>
      sizes.flatMap((size, s) =>
        texts.map((text, t) => ({
          by: (measured[f]?.[s]?.[t] ?? NaN) - textWidth(text, face, size),
          face,
          size,
          text,
        })),
      ),
    );
    const worst = differences.sort((one, other) => Math.abs(other.by) - Math.abs(one.by)).slice(0, 10);
    if (process.env.SHOW_WORST) console.log(texts.length, worst);
    expect(worst.filter(({ by }) => !(Math.abs(by) < 0.1))).toEqual([]);
  } finally {
    await kept.stop();
  }
});
