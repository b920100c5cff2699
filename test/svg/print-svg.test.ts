/** The SVG of a scene: elements, ids, links, texts. */
import { describe, expect, it } from 'vitest';
import { printSvg } from '../../src/svg/index.js';
import type { SvgOptions } from '../../src/svg/index.js';
import type { Item, Scene } from '../../src/scene/index.js';
import { elementsIn, faultsOf, readSvg, textIn } from './read-svg.js';
import { everything, link, run, scene, step, text } from './scenes.js';

const print = (drawn: Scene, options: Partial<SvgOptions> = {}): string =>
  printSvg(drawn, { idPrefix: 'p-', ...options });
const oneItem = (item: Item): string => print(scene({ heads: [item] }));
const elementsOf = (svg: string, name: string) => elementsIn(readSvg(svg)).filter((element) => element.name === name);
const textsOf = (svg: string): readonly string[] => elementsOf(svg, 'text').map(textIn);

describe('a picture', () => {
  it('is written as before', async () => {
    await expect(print(everything)).toMatchFileSnapshot('golden/everything.svg');
    await expect(print(everything, { page: 'auto' })).toMatchFileSnapshot('golden/everything.auto.svg');
    await expect(print(everything, { colors: 'classes' })).toMatchFileSnapshot('golden/everything.classes.svg');
  });

  it('has nothing that a reader of SVG may not know', () => {
    for (const page of ['light', 'dark', 'auto'] as const) expect(faultsOf(print(everything, { page }))).toEqual([]);
    expect(faultsOf(print(everything, { colors: 'classes', background: 'none', width: 77 }))).toEqual([]);
  });

  it('has a style sheet only where it needs one', () => {
    expect(elementsOf(print(everything), 'style')).toEqual([]);
    expect(elementsOf(print(everything, { page: 'auto' }), 'style')).toHaveLength(1);
    expect(elementsOf(print(everything, { page: 'auto', colors: 'classes' }), 'style')).toEqual([]);
  });

  it('is named by its title and its description', () => {
    const labelled = (more: Partial<Scene>) => readSvg(print(scene(more))).attributes['aria-labelledby'];
    expect(labelled({})).toBe('p-title p-desc');
    expect(labelled({ description: '' })).toBe('p-title');
    expect(labelled({ title: '', description: '' })).toBeUndefined();
    expect(faultsOf(print(scene({ title: '', description: '' })))).toEqual([]);
  });

  it('says its language, and nothing where it has none', () => {
    expect(readSvg(print(scene({ lang: 'he' }))).attributes).toMatchObject({ lang: 'he', 'xml:lang': 'he' });
    expect(readSvg(print(scene())).attributes).not.toHaveProperty('lang');
  });

  it('can be shown in another width', () => {
    const { width, height, viewBox } = readSvg(print(scene(), { width: 333 })).attributes;
    expect({ width, height, viewBox }).toEqual({ width: '333', height: '166.5', viewBox: '0 0 200 100' });
  });

  it('can have another ground, or none', () => {
    const groundOf = (background: SvgOptions['background']) => elementsOf(print(scene(), { background }), 'rect');
    expect(groundOf(undefined)[0]?.attributes.fill).toBe('#ffffff');
    expect(groundOf('none')).toEqual([]);
    expect(groundOf({ color: '#102030', opacity: 0.5 })[0]?.attributes).toEqual({
      ...{ width: '200', height: '100', fill: '#102030', 'fill-opacity': '0.5' },
    });
  });
});

describe('ids', () => {
  it('stand on the first group of a step only', () => {
    const groups = elementsOf(print(everything), 'g').filter(({ attributes }) => 'data-step' in attributes);
    expect(groups.map(({ attributes }) => [attributes.id, attributes['data-step']])).toEqual([
      ['p-step-token-request', 'token-request'],
      [undefined, 'token-request'],
      ['p-step-refusal', 'refusal'],
    ]);
  });

  it('begin with the prefix', () => {
    const ids = elementsIn(readSvg(print(everything))).flatMap(({ attributes: { id } }) => id ?? []);
    expect(ids.filter((id) => !id.startsWith('p-'))).toEqual([]);
    expect(faultsOf(print(everything, { idPrefix: '' }))).toEqual([]);
  });

  it.each(['1-', 'a b', 'a"', '-'])('refuse the prefix %s', (idPrefix) =>
    expect(() => print(scene(), { idPrefix })).toThrow(TypeError),
  );
});

describe('participants', () => {
  it('have a group for neighbours that belong to one', () => {
    const groups = elementsOf(print(everything), 'g').filter(({ attributes }) => 'data-p' in attributes);
    const drawn = groups.map(({ attributes, children }) => [
      attributes['data-p'],
      ...children.flatMap((child) => (typeof child === 'object' ? child.name : [])),
    ]);
    expect(drawn).toEqual([
      ['C', 'line', 'line'],
      ['AS', 'line'],
      ['C', 'a'],
      ['AS', 'path'],
    ]);
  });
});

describe('links', () => {
  const hostile = [
    ...[
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      ' javascript:alert(1)',
      'java\tscript:alert(1)',
      'data:text/html,x',
    ],
    ...['vbscript:x', '//evil.example', '/etc/passwd', 'file:///etc/passwd', '../x.svg', 'x/../../y', '', '#x', 'x:y'],
    ...['https:evil', 'http:/evil', '\u0001javascript:alert(1)', 'blob:x', 'x.svg?y', '.x'],
  ];

  it.each(hostile)('to %j are text', (href) => {
    const svg = oneItem(link(href, [text('docs')]));
    expect(elementsOf(svg, 'a')).toEqual([]);
    expect(textsOf(svg)).toEqual(['docs']);
  });

  it.each(['https://example.com/?a=1&b="2"', 'HTTP://example.com', 'login.dark.svg', 'step-up.svg'])(
    'to %s lead there',
    (href) => expect(elementsOf(oneItem(link(href, [text('docs')])), 'a')[0]?.attributes.href).toBe(href),
  );
});

describe('texts', () => {
  it('keep the blanks that a reader of SVG would drop', () => {
    const drawn = (written: string) => textsOf(oneItem(text(written)))[0];
    expect(drawn('  a')).toBe('\u00a0\u00a0a');
    expect(drawn('a  b c ')).toBe('a\u00a0\u00a0b c\u00a0');
    expect(drawn('a\tb')).toBe('a b');
    expect(textsOf(oneItem(text([run('GET', { isBold: true }), run(' /a b')])))).toEqual(['GET\u00a0/a b']);
  });

  it('say where librsvg would still drop them', () => {
    const space = (written: string) => elementsOf(oneItem(text(written)), 'text')[0]?.attributes['xml:space'];
    expect([' a', '\u00a0a', 'a ', 'a b'].map(space)).toEqual(['preserve', 'preserve', 'preserve', undefined]);
  });

  it('have a direction, and blanks that Inkscape keeps', () => {
    const svg = oneItem(text('שלום GET 12 34', { isRtl: true }));
    expect(elementsOf(svg, 'text')[0]?.attributes.direction).toBe('rtl');
    expect(textsOf(svg)).toEqual(['שלום\u00a0GET\u00a012 34']);
    expect(elementsOf(oneItem(text('GET /a')), 'text')[0]?.attributes).not.toHaveProperty('direction');
  });

  it('write only what a run changes', () => {
    const [tspan, ...others] = elementsOf(print(everything), 'tspan');
    expect(tspan?.attributes).toEqual({ 'font-weight': '700' });
    expect(others.map(({ attributes }) => attributes)).toEqual([{ 'font-weight': '700', fill: '#b42318' }]);
    expect(elementsOf(oneItem(text([run('a', { isBold: true }), run('b', { isBold: true })])), 'tspan')).toEqual([]);
  });
});

describe('numbers', () => {
  it('have up to two decimals, without exponents and -0', () => {
    const at = (x: number) => elementsOf(oneItem(text('a', { x })), 'text')[0]?.attributes.x;
    expect([1, 1.005, -0.001, 1e-7, 12345.678, 0.1 + 0.2].map(at)).toEqual(['1', '1', '0', '0', '12345.68', '0.3']);
  });

  it('are lengths', () => expect(() => oneItem(text('a', { x: Number.NaN }))).toThrow('NaN'));
});

it('reports a colour that the scene lacks', () =>
  expect(() => oneItem(text([run('a', { color: 'pink' })]))).toThrow('no colour is called pink'));

it('draws a step without items and title', () =>
  expect(print(scene({ steps: [step([], { title: '' })] }))).toContain(
    '<g id="p-step-token-request" data-step="token-request">',
  ));
