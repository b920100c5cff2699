/** Small flows on which other pictures come out wrong, one for each kind of fault. */
import { describe, expect, test } from 'vitest';
import { toScene } from '../../src/picture/index.js';
import type { Item, Scene, TextItem } from '../../src/scene/scene.js';
import { checkScene } from '../scene/check-scene.js';
import { sceneOfFlow } from '../scene/scenes.js';
import { loadFixture, namesIn } from './fixtures.js';

test.each(namesIn('pictures'))('%s has no fault', (name) => {
  const { scene, script } = sceneOfFlow(loadFixture('pictures', name));
  expect(checkScene(scene, script)).toEqual([]);
});

const sceneOf = (name: string): Scene => toScene(loadFixture('pictures', name));

const itemsOf = ({ under, steps, heads }: Scene) =>
  [...under, ...steps.flatMap(({ items }) => items), ...heads].flatMap((item: Item) =>
    item.kind === 'link' ? item.items : [item],
  );

/** The lines of a role. */
const linesOf = (name: string, role: TextItem['role']): readonly string[] =>
  itemsOf(sceneOf(name)).flatMap((item) =>
    item.kind === 'text' && item.role === role ? [item.runs.map(({ text }) => text).join('')] : [],
  );

const countOf = (name: string, role: Item['role']): number =>
  itemsOf(sceneOf(name)).filter((item) => item.role === role).length;

const plain = (line: string): string => line.replaceAll('\u00a0', ' ');

describe('texts', () => {
  test('JSON keeps its indentation', () =>
    expect(linesOf('nested-json', 'note').map(plain)).toEqual(
      JSON.stringify({ sub: '248', address: [{ kind: 'home', city: { name: 'Graz' } }] }, null, 2).split('\n'),
    ));
  test('lines and blanks of the author are kept', () => {
    expect(linesOf('indented-list', 'note').map(plain)).toEqual(
      expect.arrayContaining(['1. price', '   a. with tax', '2. delivery']),
    );
    expect(linesOf('indented-list', 'label').map(plain)).toContain('x   y  z');
  });
  test('the words of a narrow frame are whole', () =>
    expect(linesOf('narrow-frame', 'branch')).toEqual(['attestation subsystem available']));
  test('the name of a database is whole', () =>
    expect(linesOf('long-database-name', 'name').join(' ')).toContain('Grants and refresh tokens of all tenants'));
});

describe('shapes', () => {
  test('an arrow has both heads', () => expect(countOf('both-heads', 'arrow-head')).toBe(2));
  test('an activation has a bar in each branch that ends it', () =>
    expect(countOf('ended-in-each-branch', 'bar')).toBeGreaterThanOrEqual(2));
  test('each zone is explained once', () => expect(linesOf('four-zones', 'legend')).toHaveLength(4));
});
