/** The texts of this repository that readers get to see, by their paths. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const left = new Set(['.git', 'node_modules', 'dist', 'coverage', 'out', 'test', 'package-lock.json']);
const isText = (path: string): boolean => /(^|[/.])(md|json|ya?ml|js|ts|hbs|[A-Z][a-z]+file)$/.test(path);

export const published: ReadonlyMap<string, string> = new Map(
  readdirSync(root)
    .filter((name) => !left.has(name))
    .flatMap((name) => (statSync(root + name).isDirectory() ? filesBelow(name) : [name]))
    .filter(isText)
    .map((path) => [path, readFileSync(root + path, 'utf8')]),
);

function filesBelow(folder: string): string[] {
  const entries = readdirSync(root + folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(root.length).replaceAll('\\', '/'));
}
