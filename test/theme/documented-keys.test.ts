/** docs/themes.md lists every key of brands and presets, and each variable that pictures follow. Its tables are generated. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isFollowed } from '../../src/scene/index.js';
import { variableNames } from '../../src/theme/variables.js';

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
}

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('schema/config.schema.json')) as Node & {
  readonly definitions: Readonly<Record<string, Node>>;
};
const page = read('docs/themes.md');

/** Colours of both kinds of page are explained once. */
const isColor = ({ properties = {} }: Node): boolean => Object.keys(properties).join() === 'light,dark';

function* pathsIn(node: Node, before = ''): Generator<string> {
  for (const form of node.anyOf ?? []) yield* pathsIn(form, before);
  if (isColor(node)) return;
  for (const [key, value] of Object.entries(node.properties ?? {})) {
    yield before + key;
    yield* pathsIn(value, `${before}${key}.`);
  }
  if (typeof node.additionalProperties === 'object') yield* pathsIn(node.additionalProperties, `${before}*.`);
}

test.each([
  ['a brand', schema.definitions.brand!],
  ['a preset', schema.properties!.themes!.additionalProperties as Node],
])('every key of %s is in a table', (_name, node) => {
  const paths = [...new Set(pathsIn(node))];
  expect(paths.length).toBeGreaterThan(12);
  expect(paths.filter((path) => !page.includes(`\n| \`${path}\` |`))).toEqual([]);
});

test('every variable that pictures follow is listed, and no other', () => {
  const [, list = ''] = /These variables change our own pictures, too: ([^]*?)\. Others/.exec(page) ?? [];
  const listed = [...list.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(listed.toSorted()).toEqual(variableNames.filter(isFollowed).toSorted());
});
