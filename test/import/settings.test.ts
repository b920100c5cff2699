/** Settings that repeat what Mermaid, or authflow's own diagram, does anyway are no loss. */
import { expect, test } from 'vitest';
import { defaultSettings } from '../../src/import/mermaid/default-settings.js';
import { readTheme } from '../../src/import/mermaid/read-config.js';

const span = { source: { path: 'a.mmd', text: '' }, start: 0, end: 0 };

function losses(sequence: object, isLaidOut = false): readonly string[] {
  const told: string[] = [];
  readTheme({ sequence }, span, isLaidOut, (loss) => told.push(loss));
  return told;
}

test('Mermaid’s own settings are none', () => {
  expect(losses(defaultSettings)).toEqual([]);
  expect(losses({ mirrorActors: true, noteAlign: 'center' })).toEqual([]);
});

test('others are', () => {
  expect(losses({ mirrorActors: false, actorMargin: 80 })).toEqual([
    "Mermaid's setting sequence.mirrorActors is left out",
    "Mermaid's setting sequence.actorMargin is left out",
  ]);
});

test('notes on the left are one unless they are indented', () => {
  expect(losses({ noteAlign: 'left' })).toHaveLength(1);
  expect(losses({ noteAlign: 'left' }, true)).toEqual([]);
});
