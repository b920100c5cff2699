import { expect, test } from 'vitest';
import { papers, readPaper } from '../../src/model/paper.js';

test.each([
  ['a4', papers.a4],
  ['letter', papers.letter],
  ['160x230mm', { width: 160, height: 230 }],
  ['160.5x230 mm', { width: 160.5, height: 230 }],
  ['50x50mm', { width: 50, height: 50 }],
])('%s is paper', (text, paper) => expect(readPaper(text)).toEqual(paper));

test('the area is on the sheet', () => {
  for (const { width, height, sheet } of Object.values(papers)) {
    expect(sheet.width - width).toBeGreaterThan(25);
    expect(sheet.height - height).toBeGreaterThan(25);
  }
});

test.each(['', 'A4', 'a5', '1280x720', '49x100mm', '100x49mm', '050x100mm', 'mm', '160x230mmm', 'toString'])(
  '%j is no paper',
  (text) => expect(readPaper(text)).toBeNull(),
);
