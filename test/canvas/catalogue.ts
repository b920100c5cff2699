/** The scenes of the shipped flows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { compileFlow, toScene } from '../../src/index.js';
import type { Item, Scene, TextItem } from '../../src/scene/index.js';

const folder = new URL('../../flows/', import.meta.url);

const readSource = (path: string) => {
  const file = new URL(path, folder);
  return existsSync(file) ? { path, text: readFileSync(file, 'utf8') } : null;
};

export const catalogue = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

export const catalogueScenes = (): readonly Scene[] =>
  catalogue.map((name) => {
    const { flow } = compileFlow(readSource(name)!, { readSource });
    return toScene(flow!);
  });

/** All texts of a scene. */
export function textsIn({ under, steps, heads }: Scene): readonly TextItem[] {
  const inside = (item: Item): readonly TextItem[] => {
    if (item.kind === 'link') return item.items.flatMap(inside);
    return item.kind === 'text' ? [item] : [];
  };
  return [...under, ...steps.flatMap(({ items }) => items), ...heads].flatMap(inside);
}
