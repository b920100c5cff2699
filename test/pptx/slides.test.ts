/** Slides of a small deck, as they are written. */
import { describe, expect, it } from 'vitest';
import { writePptx } from '../../src/pptx/index.js';
import { attributeOf, childrenOf, descendantsOf, parseXml } from '../../src/pptx/xml/index.js';
import { flowOf, withSteps } from '../compile.js';
import { deckOf } from './decks.js';
import { filesIn, textIn } from './lint-pptx.js';
import { reviewDeck } from './review-deck.js';

const small = flowOf(
  withSteps(`  - alt:
      valid:
        - { from: C, to: AS, text: POST /token, note: "With a <secret>" }
        - { from: AS, to: C, text: 200 token, line: dotted }
  - C -> C: Keep it
`),
);

const files = filesIn(writePptx(deckOf(small, { build: true })));
/** A tag a line, so that it can be read. */
const spread = (written: string): string => `${written.replaceAll('><', '>\n<')}\n`;

describe('a small deck', () => {
  it('is written so', async () => {
    await expect(spread(files.get('ppt/slides/slide2.xml')!)).toMatchFileSnapshot('golden/slide.xml');
    await expect(spread(files.get('ppt/presentation.xml')!)).toMatchFileSnapshot('golden/presentation.xml');
  });

  it('is read in the order of its story', () => {
    const slide = parseXml(files.get('ppt/slides/slide2.xml')!)!;
    const tree = descendantsOf(slide, 'spTree')[0]!;
    const names = childrenOf(tree, 'sp', 'cxnSp').map((one) => attributeOf(descendantsOf(one, 'cNvPr')[0], 'name')!);
    const kinds = names.map((name) => name.split(' ')[0]);
    expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual(
      [
        ...['Title', 'Frame', 'Participant', 'Glyph', 'Participant', 'Glyph'],
        ...[
          'Pill',
          'Branch',
          'Message',
          'Badge',
          'Label',
          'Card',
          'Message',
          'Badge',
          'Label',
          'Message',
          'Badge',
          'Label',
        ],
        'Specifications',
      ].slice(0, -1),
    );
  });

  it('shows a message with each click, and its label with it', () => {
    const slide = parseXml(files.get('ppt/slides/slide2.xml')!)!;
    const effects = descendantsOf(slide, 'cTn').flatMap((one) => attributeOf(one, 'nodeType') ?? []);
    expect(effects.filter((type) => type === 'clickEffect')).toHaveLength(3);
  });
});

describe('a review', () => {
  const review = filesIn(writePptx(reviewDeck));
  const slides = [...review]
    .filter(([name]) => name.startsWith('ppt/slides/slide'))
    .map(([, written]) => parseXml(written)!);
  const tables = slides.filter((slide) => descendantsOf(slide, 'tbl').length > 0);

  it('has tables that go on, with their head again', () => {
    expect(tables.length).toBeGreaterThan(4);
    for (const table of tables) {
      const [head] = descendantsOf(table, 'tr');
      expect(['StepSTRIDEMitigationSource', 'Finding']).toContain(textIn(head));
    }
  });

  it('has every row once', () => {
    const rows = tables.flatMap((table) => descendantsOf(table, 'tr').slice(1).map(textIn));
    for (let row = 1; row <= 40; row++)
      expect(
        rows.filter((text) => text.startsWith(`Request ${row}T`)),
        String(row),
      ).toHaveLength(1);
    expect(rows.join(' ').match(/longer than a slide/g)).toHaveLength(300);
  });

  it('has no type under 12 points', () => {
    for (const slide of slides)
      for (const run of descendantsOf(slide, 'rPr')) {
        const size = Number(attributeOf(run, 'sz') ?? 1200);
        const isDiagram = descendantsOf(slide, 'custGeom').length > 0;
        if (!isDiagram) expect(size).toBeGreaterThanOrEqual(1200);
      }
  });

  it('keeps tables on their slide', () => {
    for (const table of tables) {
      const frame = descendantsOf(table, 'graphicFrame')[0]!;
      const [off, ext] = ['off', 'ext'].map((name) => descendantsOf(frame, name)[0]);
      expect(Number(attributeOf(off, 'y')) + Number(attributeOf(ext, 'cy'))).toBeLessThanOrEqual(6_858_000);
    }
  });
});
