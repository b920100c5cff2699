/** Whatever an author writes, Asciidoctor reads the page in AsciiDoc as Markdown's readers read it in Markdown. */
import { describe, expect, it } from 'vitest';
import { printInline } from '../../src/page/asciidoc/inline-asciidoc.js';
import { readInline } from '../../src/page/inline.js';
import { html, structure } from './asciidoctor.js';
import { everywhere, fill, flow, hostileProse, literalText, page, section } from './flows.js';
import { printAsciidoc } from './print.js';

describe('a text of a flow', () => {
  const structureAround = async (source: string) =>
    structure(await html(printAsciidoc(everywhere(literalText(source)))));
  const around = structureAround('x');

  it.each(hostileProse)('changes nothing of the page around %j', async (source) => {
    expect(await structureAround(source)).toBe(await around);
  });
});

describe("an author's inline Markdown", () => {
  it.each([
    ['`code`', '`+code+`'],
    ['x`y`z', 'x``+y+``z'],
    ['`a+b|c`', '``a&#43;b&#124;c``'],
    ['[RFC](https://example.com/a_b_c)', 'link:++https://example.com/a_b_c++[RFC]'],
    ['**bold**', '**bold**'],
    ['*a **b** c* and _d_', '__a **b** c__ and __d__'],
    ['[a *b*](https://example.com "title") c', 'link:++https://example.com++[a __b__] c'],
    ['2 * 3 * 4, snake_case_name', '2 &#42; 3 &#42; 4, snake_case_name'],
    [String.raw`a \*b\* c`, 'a &#42;b&#42; c'],
    ['client_id', 'client_id'],
    ['- dash', '- dash'],
    ['see https://example.com/a.', 'see link:++https://example.com/a++[https&#58;//example.com/a].'],
    ['a&nbsp;b &#64; c', 'a&nbsp;b @ c'],
  ])('%s is %s', (markdown, expected) => expect(printInline(readInline(literalText(markdown)))).toBe(expected));
});

describe('a page', () => {
  it('has headings as deep as its place asks for', () => {
    const inner = section('Inner', { text: fill('b'), sections: [section('Innermost')] });
    const one = flow({ page: page({ sections: [section('Outer', { sections: [inner] })] }) });
    const headings = (text: string) => text.split('\n').filter((line) => /^=+ /.test(line));
    const [sequence, diagram, outer, ...rest] = headings(printAsciidoc(one, { depth: 4 }));
    expect([sequence, diagram, outer]).toEqual(['===== Sequence diagram', '===== Text diagram', '===== Outer']);
    expect(rest).toEqual(['====== Inner', '====== Innermost']);
    expect(headings(printAsciidoc(one))[0]).toBe('= Example');
    expect(headings(printAsciidoc(one, { depth: 2, section: 'outer' }))).toEqual(['=== Inner', '==== Innermost']);
  });

  it('keeps lists apart', async () => {
    const lists = section('x', { bullets: [fill('a')], steps: [fill('b')] });
    const printed = await html(printAsciidoc(flow({ page: page({ sections: [lists] }) })));
    expect(printed).toMatch(/<\/ul>\s*<\/div>\s*<div class="olist/);
  });
});
