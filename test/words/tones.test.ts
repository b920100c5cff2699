/** Tones in every output: a mark, a word, and colours where they are asked for. */
import { describe, expect, test } from 'vitest';
import { toneNames } from '../../src/model/step.js';
import { renderFlow } from '../../src/render.js';
import type { RenderOptions, TextFormat } from '../../src/render.js';
import { flowOf, mistakesIn, withSteps } from '../compile.js';

const steps = `
  - { C -> AS: m, tone: danger }
  - { note: n, over: C, tone: success }
  - alt:
      - { label: b, tone: accent, steps: [ { C -> AS: x } ] }
      - { tone: muted, steps: [ { C -> AS: y } ] }
  - { opt: o, tone: muted, steps: [ { C -> AS: z } ] }
  - { rect: theme, tone: danger, steps: [ { C -> AS: { note: { text: a, tone: accent }, text: r } } ] }
`.replace('C -> AS: { note: { text: a, tone: accent }, text: r }', 'C -> AS: r, note: { text: a, tone: accent }');

const print = (format: TextFormat, more = '', options: RenderOptions = {}): string =>
  renderFlow(flowOf(withSteps(steps) + more), { ...options, formats: [format] }).artifacts[0]?.content ?? '';

describe('the marks', () => {
  test('stand before the words, in Mermaid and in text', () => {
    const mermaid = print('mermaid');
    for (const line of ['C->>AS_: ! m', 'Note over C: ✓ n', 'alt ★ b', 'else ~', 'opt ~ o', 'Note over C,AS_: ★ a'])
      expect(mermaid).toContain(`${line}\n`);
    const text = print('text');
    for (const words of ['1. ! m', '✓ n', 'alt [★ b]', 'else [~]', 'opt [~ o]', '★ a']) expect(text).toContain(words);
    expect(text).toMatch(/┌╌ ! ╌/);
  });

  test('are others in ASCII', () => {
    const text = print('text', '', { charset: 'ascii' });
    for (const words of ['1. ! m', '+ n', 'alt [** b]', 'else [~]', 'opt [~ o]']) expect(text).toContain(words);
  });

  test('follow the mark of a channel', () => {
    const redirect = withSteps('  - AS --> C -> AS: 303\n    redirect: { to: /x }\n    tone: danger');
    expect(renderFlow(flowOf(redirect)).artifacts[0]?.content).toMatch(/: ↪ ! 303\n[^]*: ↪ ! GET/);
  });

  test('are explained in a legend', () => {
    expect(print('mermaid', 'channels: legend\n')).toContain(': ! danger<br/>✓ success<br/>~ muted<br/>★ accent\n');
  });
});

test('a description and the table of steps say them', () => {
  const alt = print('alt');
  expect(alt).toContain('1. Client asks Authorization server (danger): m.');
  expect(alt).toContain('Note on Client (success): n');
  expect(alt).toContain('Case 1, b (accent):');
  expect(alt).toContain('Optionally, o (muted):');
  expect(alt).toContain('Highlighted (danger):');
  expect(print('steps')).toContain('| m (danger) ');
});

describe('colours', () => {
  test('are drawn on wish; a region has its tone’s anyway', () => {
    expect(print('mermaid').match(/rect /g)).toHaveLength(1);
    expect(print('mermaid', 'mermaid: { tones: rect }\n').match(/rect /g)).toHaveLength(7);
  });

  test('come from the theme, and give way to a region’s own', () => {
    const light = (region: string): string =>
      renderFlow(flowOf(withSteps(`  - { rect: ${region}, tone: danger, steps: [ { C -> AS: x } ] }\ntheme: light`)))
        .artifacts[0]?.content ?? '';
    expect(light('theme')).toContain('rect rgb(254,226,226)');
    expect(light('red')).toContain('rect red');
  });
});

test('a tone is one of four', () => {
  expect(toneNames).toHaveLength(4);
  expect(mistakesIn(withSteps('  - { C -> AS: m, tone: dangre }'))).toEqual([
    'flow.yaml:5:25 known-values: "tone" can\'t be "dangre"',
  ]);
});
