/** Files of the repository, by their paths in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

export const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8');
export const yamlIn = (folder: string): readonly string[] =>
  existsSync(new URL(folder, root))
    ? readdirSync(new URL(folder, root))
        .filter((name) => name.endsWith('.yaml') && !name.startsWith('_'))
        .map((name) => folder + name)
    : [];
