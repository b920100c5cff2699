/** Where the titles of phases stand in a script. */
import { packaged } from 'packaged:templates';
import { describe, expect, test } from 'vitest';
import type { Medium, ScriptStep } from '../../src/model/script.js';
import { findExcerpt } from '../../src/model/excerpt.js';
import { stepLists } from '../../src/model/tree.js';
import { messageLines } from '../../src/model/script.js';
import { makeTemplates } from '../../src/template/compiler/engine.js';
import { putIntoWords } from '../../src/words/words.js';
import { english } from '../builders/english.js';
import { flowOf, withSteps } from '../compile.js';

const templates = makeTemplates(packaged, english);

const outline = (steps: readonly ScriptStep[], indent = ''): readonly string[] =>
  steps.flatMap((step) => [
    indent +
      (step.kind === 'phase'
        ? `= ${step.lines.join()}`
        : step.kind === 'message'
          ? messageLines(step).join()
          : step.kind),
    ...stepLists(step).flatMap((inside) => outline(inside, `${indent}  `)),
  ]);

const phases = (steps: string, medium: Medium = 'alt', more = '') =>
  outline(putIntoWords(flowOf(withSteps(steps) + more), medium, templates).steps);

const branches = `  - alt:
      yes:
        - C -> AS: a
          phase: First
        - C -> AS: b
          phase: Second
      no:
        - C -> AS: c
          phase: Third
`;

describe('the title of a phase stands', () => {
  test('before its first step', () =>
    expect(phases('  - C -> AS: a\n  - { C -> AS: b, phase: Two }')).toEqual(['a', '= Two', 'b']));
  test('before a fragment that begins with it, and inside at a later step and in a later branch', () =>
    expect(phases(branches)).toEqual(['= First', 'fragment', '  a', '  = Second', '  b', '  = Third', '  c']));
  test('before the outermost of several', () =>
    expect(
      phases('  - rect: theme\n    steps:\n      - opt: x\n        steps: [ { C -> AS: a, phase: One } ]'),
    ).toEqual(['= One', 'highlight', '  fragment', '    a']));
  test('inside a fragment that has a phase of its own', () =>
    expect(phases('  - opt: x\n    phase: Outer\n    steps: [ { C -> AS: a, phase: Inner } ]')).toEqual([
      '= Outer',
      'fragment',
      '  = Inner',
      '  a',
    ]));
});

describe('a phase has no title', () => {
  test('where nothing of it is drawn', () =>
    expect(
      phases(
        '  - { C -> AS: a, phase: Gone, ascii: false }\n  - { C -> AS: b, phase: Here }\n  - { activate: C, phase: End }\n  - deactivate: C',
        'text',
      ),
    ).toEqual(['= Here', '1. b', 'activation', 'activation']));
  test('but keeps it where only its first step is left out', () =>
    expect(phases('  - { C -> AS: a, phase: Here, ascii: false }\n  - C -> AS: b', 'text')).toEqual([
      '= Here',
      '1. b',
    ]));
  test('with phases: slides', () => expect(phases(branches, 'mermaid', 'phases: slides\n')).not.toContain('= First'));
  test('in an excerpt', () => {
    const flow = flowOf(withSteps(branches));
    const excerpt = findExcerpt(flow, 'Second');
    expect(outline(putIntoWords(flow, 'mermaid', templates, { excerpt }).steps)).toEqual([
      'fragment',
      '  numbering',
      '  b',
    ]);
  });
});
