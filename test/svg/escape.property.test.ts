/** Any text comes back from a picture as it went in, and is never anything else but text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printSvg } from '../../src/svg/index.js';
import { runs } from '../runs.js';
import { elementsIn, faultsOf, readSvg, textIn } from './read-svg.js';
import { link, run, scene, step, text } from './scenes.js';

const syntax = fc.constantFrom(
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '&amp;',
    '&#60;',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?xml',
    '</text>',
    '<script>',
    '</svg>',
  ],
  ...[
    '\u00a0',
    ' ',
    '  ',
    '\t',
    '\u200f',
    '\u2028',
    '\u0085',
    'שלום',
    'مرحبا',
    '😀',
    '𐤀',
    'é',
    '\ufeff',
    '$&',
    '${x}',
    '\\',
  ],
);
/** What a flow file can say: no control characters, lone surrogates and non-characters. */
const letter = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 1 })
  .filter((found) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(found));
const anyText = fc.array(fc.oneof(syntax, letter), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

/** Blanks may have become U+00A0. */
const plain = (written: string): string => written.replaceAll(/[\u00a0\t]/g, ' ');

describe('a text of any letters', () => {
  it('comes back from a label of several runs', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, fc.boolean()), { minLength: 1, maxLength: 3 }), (parts) => {
        const svg = printSvg(scene({ heads: [text(parts.map(([written, isBold]) => run(written, { isBold })))] }), {
          idPrefix: '',
        });
        expect(faultsOf(svg)).toEqual([]);
        const [drawn] = elementsIn(readSvg(svg)).filter(({ name }) => name === 'text');
        expect(plain(textIn(drawn!))).toBe(plain(parts.map(([written]) => written).join('')));
      }),
      { numRuns: runs(500) },
    );
  });

  it('comes back from a title, a description, a tooltip and the name of a participant', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (title, description, tooltip, participant) => {
        const svg = printSvg(
          scene({ title, description, steps: [step([text('a', { participant })], { title: tooltip })] }),
          { idPrefix: '', page: 'auto' },
        );
        expect(faultsOf(svg)).toEqual([]);
        const elements = elementsIn(readSvg(svg));
        const texts = elements.filter(({ name }) => name === 'title' || name === 'desc').map(textIn);
        expect(texts).toEqual([title, description, tooltip]);
        expect(elements.flatMap(({ attributes }) => attributes['data-p'] ?? [])).toEqual([attributeValue(participant)]);
      }),
      { numRuns: runs(500) },
    );
  });

  it('is no address that could run', () => {
    const scheme = fc.constantFrom(
      'javascript:',
      'JAVASCRIPT:',
      'data:',
      'vbscript:',
      'file:',
      '//',
      '/',
      '',
      'https://',
    );
    fc.assert(
      fc.property(fc.tuple(fc.oneof(scheme, anyText), anyText), (parts) => {
        const svg = printSvg(scene({ heads: [link(parts.join(''), [text('a')])] }), { idPrefix: '' });
        expect(faultsOf(svg)).toEqual([]);
      }),
      { numRuns: runs(500) },
    );
  });
});

/** A reader of XML makes blanks of tabs in attributes (XML 1.0, 3.3.3). */
const attributeValue = (written: string): string => written.replaceAll('\t', ' ');
