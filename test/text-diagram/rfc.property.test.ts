import { readdirSync, readFileSync } from 'node:fs';
import { diagramToSVG } from 'aasvg/text2svg.js';
import { describe, expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { legOf } from '../../src/words/counter.js';
import { readConstruct, sourceOf } from '../constructs/constructs.js';
import { renderFlow } from '../../src/render.js';

const names = readdirSync(new URL('../../docs/constructs/', import.meta.url))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length));

function draw(name: string): { readonly text: string; readonly tooWide: boolean } {
  const { flow } = compileFlow(sourceOf(name), { readSource: readConstruct });
  if (!flow) throw new Error(`${name} has no flow`);
  const { artifacts, diagnostics } = renderFlow(flow, { formats: ['text'], style: 'rfc' });
  return { text: artifacts[0]?.content ?? '', tooWide: diagnostics.some(({ code }) => code === 'text-width') };
}

/**
 * Pieces of lines that stay text in the picture. The ends of crossed and lost arrows, and of lifelines, are letters; a
 * lifeline that texts cut to one cell is a bar of text.
 */
function linesLeft(svg: string, diagram: string): string[] {
  const rows = diagram.split('\n');
  return [...svg.matchAll(/<text x="(\d+)" y="(\d+)">([-+|*.:'\s]+)</g)].flatMap(([, x, y, piece = '']) => {
    const [column, row] = [Number(x) / 8 - 1, (Number(y) - 4) / 16 - 1];
    const isCut = [row - 1, row + 1].every((near) => !/[|+*]/.test(rows[near]?.[column] ?? ''));
    return piece === '|' && isCut ? [] : [`${piece} at row ${row}, column ${column}`];
  });
}

describe.each(names)('%s in the style rfc', (name) => {
  const { text, tooWide } = draw(name);

  test('is 7-bit and keeps to 69 columns, or says that it does not', () => {
    expect(text).toMatch(/^[\n\x20-\x7e]+$/);
    expect(Math.max(...text.split('\n').map(({ length }) => length)) > 69).toBe(tooWide);
  });

  test('has no line that aasvg takes for text', () => {
    const svg = diagramToSVG(text, { style: {} });
    expect(linesLeft(svg, text)).toEqual([]);
    expect(svg).toMatch(/<path\b/);
  });
});

test('legs go on after Z', () => {
  expect(['1', '2', '26', '27', '52', '53', '702', '703', '0'].map(legOf)).toEqual([
    'A',
    'B',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    '0',
  ]);
  expect(legOf('2.1')).toBe('2.1');
});

test('legs are digits on wish', () => {
  const source = { id: 'flow', title: 'Flow', participants: { C: 'Client', AS: 'Server' } };
  const steps = [
    { from: 'C', to: 'AS', text: 'Ask' },
    { from: 'AS', to: 'C', text: '2. Answer' },
  ];
  const of = (ascii: object): string[] => {
    const { flow } = compileFlow({ path: 'flow.yaml', text: JSON.stringify({ ...source, steps, ascii }) });
    const { artifacts } = flow ? renderFlow(flow, { formats: ['text'] }) : { artifacts: [] };
    return (artifacts[0]?.content ?? '').split('\n').flatMap((row) => /\|([-<].*[->])\|/.exec(row)?.[1] ?? []);
  };
  expect(of({ style: 'rfc' })).toEqual(['--(A)- Ask ------->', '<-(B)- 2. Answer --']);
  expect(of({ style: 'rfc', legs: 'digits' })).toEqual(['--(1)- Ask ---->', '<-(2)- Answer --']);
});

test('a figure looks as it did', () => {
  expect(readFileSync(new URL('../../docs/constructs/rfc.txt', import.meta.url), 'utf8')).toBe(draw('rfc').text);
});
