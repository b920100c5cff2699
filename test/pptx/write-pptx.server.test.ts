/** Decks of all flows, in every form, have none of the faults that no schema sees; hostile and foreign texts included. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { writePptx } from '../../src/pptx/index.js';
import type { PptxDeck } from '../../src/pptx/index.js';
import { attributeOf, childOf, descendantsOf, parseXml } from '../../src/pptx/xml/index.js';
import { flowOf } from '../compile.js';
import { construct, constructs } from '../constructs/constructs.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { deckOf, plainDeck, square } from './decks.js';
import { filesIn, lintPptx, textIn } from './lint-pptx.js';

const filesOf = (deck: PptxDeck) => filesIn(writePptx(deck));

const slidesIn = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files].filter(([name]) => /^ppt\/slides\/[^/]*\.xml$/.test(name)).map(([, written]) => written);

/** All that is written on slides, line by line. */
const textsIn = (deck: PptxDeck): readonly string[] =>
  slidesIn(filesOf(deck)).flatMap((written) => descendantsOf(parseXml(written)!, 'p').map((line) => textIn(line)));

const forms: readonly Partial<PptxDeck>[] = [{ build: true }, { size: square, page: 'dark' }, {}];

describe('a deck of the flow', () => {
  test.each(flowIds.map((id, index) => [id, forms[index % forms.length]!] as const))('%s', (id, form) => {
    expect(lintPptx(filesOf(deckOf(loadFlow(id), form)))).toEqual([]);
  });
});

describe('a deck of the construct', () => {
  test.each(constructs.map((id) => [id]))('%s', (id) => {
    for (const form of forms.slice(0, 2)) expect(lintPptx(filesOf(deckOf(construct(id).flow, form)))).toEqual([]);
  });
});

/** A flow of a cover's title, participants and steps. */
const flow = (yaml: string) => flowOf(`id: flow\n${yaml}`);

const sixty = Array.from(
  { length: 60 },
  (_, index) => `  - ${index % 2 ? 'AS --> C' : 'C -> AS'}: Message ${index + 1}`,
);
const eight = Array.from({ length: 8 }, (_, index) => `P${index + 1}`);

const special: Readonly<Record<string, string>> = {
  'sixty steps': `title: Long\nparticipants: { C: Client, AS: Server }\nsteps:\n${sixty.join('\n')}\n`,
  'eight participants': `title: Wide\nparticipants: { ${eight.map((id) => `${id}: Participant ${id}`).join(', ')} }\nsteps:\n${eight
    .slice(1)
    .map((id, index) => `  - P${index + 1} -> ${id}: To ${id}`)
    .join('\n')}\n  - P8 -> P1: Far\n`,
  Hebrew:
    'title: הרשאה\nlang: he\nparticipants: { C: לקוח, AS: שרת }\nsteps:\n  - C -> AS: בקשת אסימון\n  - AS --> C: אסימון\n',
  'Japanese and emoji':
    'title: 認可\nlang: ja\nparticipants: { C: クライアント 🤖, AS: 認可サーバー }\nsteps:\n  - C -> AS: 認可コードを要求する 👍🏽\n',
  'hostile texts': `title: "A & <b> \\"q\\" ]]> '"\nparticipants: { C: "C & <c> \\"d\\"", AS: "]]>" }\nsteps:\n  - { from: C, to: AS, text: "<script>&amp; \\"x\\" ' ]]>" }\n`,
};

describe('a deck of', () => {
  test.each(Object.entries(special))('%s', (_, yaml) => {
    for (const build of [true, false]) expect(lintPptx(filesOf(deckOf(flow(yaml), { build })))).toEqual([]);
  });

  it('has Hebrew from right to left', () => {
    const [, slide = ''] = slidesIn(filesOf(deckOf(flow(special.Hebrew!))));
    const label = descendantsOf(parseXml(slide)!, 'p').find((line) => JSON.stringify(line).includes('בקשת אסימון'));
    expect(attributeOf(childOf(label, 'pPr'), 'rtl')).toBe('1');
    expect(attributeOf(childOf(label, 'r', 'rPr'), 'lang')).toBe('he');
  });

  it('keeps texts as they are', () => {
    expect(textsIn(deckOf(flow(special['hostile texts']!)))).toContain(`<script>&amp; "x" ' ]]>`);
    expect(textsIn(deckOf(flow(special['Japanese and emoji']!))).join()).toContain('👍🏽');
  });

  it('drops letters that no XML may have', () => {
    const bell = '\u0007';
    const title = `a${bell}b\ud800c\uffff`;
    const deck = {
      ...plainDeck,
      title,
      sections: [{ name: title, slides: [{ kind: 'title', title, subtitle: title, notes: [title] } as const] }],
    };
    const files = filesOf(deck);
    expect(lintPptx(files)).toEqual([]);
    expect(files.get('ppt/slides/slide1.xml')).toContain('<a:t>abc</a:t>');
  });
});

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('bytes', () => {
  const write = (): string => hashOf(writePptx(deckOf(loadFlow('client-credentials'), { build: true })));

  it('are the same again', () => expect(write()).toBe(write()));

  it('are the same in another time zone', () => {
    const script = `
      const { zipSync } = await import('fflate');
      const bytes = zipSync({ a: [new Uint8Array(1000), { level: 6 }] }, { level: 6, mtime: new Date(1980, 0, 1) });
      console.log(Buffer.from(bytes).toString('hex'));`;
    const zip = (TZ: string): string =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      });
    expect(zip('Pacific/Kiritimati')).toBe(zip('America/Los_Angeles'));
    const before = process.env.TZ;
    const here = write();
    try {
      process.env.TZ = 'Pacific/Kiritimati';
      expect(write()).toBe(here);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});
