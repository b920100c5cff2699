import { describe, expect, test } from 'vitest';
import { makeTemplates } from '../../src/template/compiler/engine.js';
import { TemplateFailure } from '../../src/template/templates.js';
import { layTemplates } from '../../src/template/compiler/lay-templates.js';
import { packaged, shapes, words } from './demo.js';
import { english } from '../builders/english.js';

const say = { wording: english, words };

const print = (text: string, view: object, partials: Readonly<Record<string, string>> = {}): string =>
  makeTemplates({ 'demo/page.hbs': text, ...partials }, english).render('demo/page', view);

function failure(run: () => unknown): TemplateFailure {
  try {
    run();
  } catch (error) {
    if (error instanceof TemplateFailure) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

describe('the engine', () => {
  test('prints text as it is', () => {
    expect(print('{{text}}{{{text}}}', { text: '<b>&amp;"' })).toBe('<b>&amp;"<b>&amp;"');
  });

  test('finds partials in the template’s own folder', () => {
    const partials = { 'demo/name.hbs': 'demo {{this}}', 'other/name.hbs': 'other', 'demo/theme.yaml': 'a: b' };
    expect(print('{{> name name}}', { name: 'x' }, partials)).toBe('demo x');
  });

  test('indents a partial that stands alone', () => {
    expect(
      print('{{#each items}}\n  {{> item}}\n{{/each}}', { items: ['a', 'b'] }, { 'demo/item.hbs': '- {{this}}\n.\n' }),
    ).toBe('  - a\n  .\n  - b\n  .\n');
  });

  test('writes LF whatever the template’s line breaks are', () => {
    expect(print('a\r\n{{#if yes}}\r\nb\r\n{{/if}}\r\n', { yes: true })).toBe('a\nb\n');
  });

  test('does not compile what it does not print', () => {
    expect(print('fine', {}, { 'demo/broken.hbs': '{{#if' })).toBe('fine');
  });

  test.each([
    ['a missing field', '{{nothing}}', '"nothing" not defined - 1:2'],
    ['the log helper', '{{log "x"}}', 'You specified knownHelpersOnly, but used the unknown helper log - 1:0'],
    ['an inline partial', '{{#*inline "x"}}{{/inline}}', 'Missing decorator: "inline"'],
  ])('fails for %s', (_, text, reason) => {
    expect(failure(() => print(text, {})).message).toContain(`template demo/page.hbs failed: `);
    expect(failure(() => print(text, {})).message).toContain(reason);
  });

  test.each(['{{constructor}}', '{{toString}}', '{{this.constructor.name}}', '{{__proto__}}', '{{list.map}}'])(
    'reaches nothing that is inherited: %s',
    (text) => {
      let printed = '';
      try {
        printed = print(text, { list: [] });
      } catch (error) {
        expect(error).toBeInstanceOf(TemplateFailure);
      }
      expect(printed).toBe('');
    },
  );

  test('names the partial that failed', () => {
    const failed = failure(() => print('{{> a}}', {}, { 'demo/a.hbs': '{{> b}}', 'demo/b.hbs': '\n{{gone}}' }));
    expect(failed.template).toBe('demo/b.hbs');
    expect(failed.diagnostic).toEqual({
      code: 'template-failure',
      severity: 'error',
      message: 'template demo/b.hbs failed: "gone" not defined - 2:2',
    });
  });

  test('fails, and ends, where a view is too deep for the stack', () => {
    interface Nested {
      inner: Nested[];
    }
    let view: Nested = { inner: [] };
    for (let depth = 0; depth < 100_000; depth += 1) view = { inner: [view] };
    const text = '{{#each inner}}{{> page}}{{/each}}';
    expect(failure(() => print(text, view)).message).toContain('it is nested too deep, or calls itself without end');
  });

  test('knows its own mistakes from a template’s', () => {
    expect(() => makeTemplates({}, english).render('demo/page', {})).toThrow(new Error('no template demo/page'));
  });
});

describe('a user’s templates', () => {
  const view = { title: 'T', parts: [{ kind: 'note', text: 'n' }] };

  test('stand in for the packaged ones, file by file', () => {
    const own = [
      { path: 'my/templates/demo/note.hbs', text: '* {{text}}{{> end}}\n' },
      { path: 'my/templates/demo/end.hbs', text: '!' },
    ];
    const { templates, diagnostics } = layTemplates(packaged, own, shapes, say);
    expect(diagnostics).toEqual([]);
    expect(templates.render('demo/page', view)).toBe('T\n* n!\n');
  });

  test('are checked, and only they', () => {
    const broken = { ...packaged, 'demo/page.hbs': '{{nothing}}' };
    expect(layTemplates(broken, [], shapes, say).diagnostics).toEqual([]);
    const [found, ...more] = layTemplates(
      packaged,
      [{ path: 'demo/note.hbs', text: '{{txt}}' }],
      shapes,
      say,
    ).diagnostics;
    expect(found).toMatchObject({
      code: 'known-fields',
      span: { source: { path: 'demo/note.hbs' }, start: 2, end: 5 },
    });
    expect(more).toEqual([]);
  });

  test('may have Windows line breaks and names for items', () => {
    const text = '{{#each notes as |note index|}}\r\n{{index}} {{note.text}} {{../title}}\r\n{{/each}}\r\n{{nmae}}';
    const { diagnostics } = layTemplates(packaged, [{ path: 'demo/page.hbs', text }], shapes, say);
    expect(diagnostics).toHaveLength(1);
    expect(text.slice(diagnostics[0]!.span!.start)).toBe('nmae}}');
  });

  test('may use all of the language that the README lists', () => {
    const text = `{{!-- c --}}{{title}}{{owner.name}}{{#if title}}{{else if count}}{{else}}{{/if}}{{#unless isDraft}}{{/unless}}
{{#each tags}}{{this}}{{@index}}{{#if @first}}{{/if}}{{#unless @last}}, {{/unless}}{{else}}none{{/each}}{{tags.length}}
{{#with owner}}{{name}}{{../title}}{{/with}}{{#with owner as |who|}}{{who.name}}{{/with}}
{{#each notes as |note index|}}{{> note}}{{> note note}}{{> own note mark="-" last=@last}}{{~note.text~}}{{/each}}
{{^if title}}{{/if}}{{#each parts}}{{> (lookup . "kind")}}{{/each}}\\{{not.a.field}} {{{title}}}`;
    const own = [
      { path: 'demo/page.hbs', text },
      { path: 'demo/own.hbs', text: '{{mark}}{{text}}{{#if last}}.{{/if}}' },
    ];
    const { templates, diagnostics } = layTemplates(packaged, own, shapes, say);
    expect(diagnostics).toEqual([]);
    const note = { kind: 'note', text: 'n', author: { name: 'A' } };
    const full = {
      title: 'T',
      count: 1,
      isDraft: false,
      tags: ['x', 'y'],
      owner: { name: 'O' },
      notes: [note],
      parts: [note],
    };
    expect(templates.render('demo/page', full)).toBe('TO\nx0, y12\nOTO\n- n\n- n\n-n.n\n- n\n{{not.a.field}} T');
  });
});
