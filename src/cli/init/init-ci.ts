/** Writes the files for checking diagrams in CI; never overwrites an existing one. */
import { join, resolve } from 'node:path';
import type { CiName } from '../grammar/index.js';
import { writeNamed } from '../output/index.js';
import type { Outcome } from '../terminal/index.js';
import { UsageError, isTaken } from '../world/index.js';
import type { World } from '../world/index.js';
import { attributeLines, ciFile } from './ci-files.js';
import { offerPrettierIgnore, outFolder } from './prettier-ignore.js';

export async function initCi(name: CiName, world: World): Promise<Outcome> {
  const project = { hasPackage: hasPackage(world), out: await outFolder(world) };
  const { path, content } = ciFile(name, project, AUTHFLOW_VERSION);
  const file = resolve(world.cwd, path);
  if (isTaken(file, world)) {
    throw new UsageError(`${path} exists, and init overwrites nothing. Add to it:\n\n${content}`);
  }
  const written = [path];
  const results = [await writeNamed(file, content, world)];
  const attributes = withAttributes(attributeLines(project), world);
  if (attributes !== null) {
    written.push('.gitattributes');
    results.push(await writeNamed(join(world.cwd, '.gitattributes'), attributes, world));
  }
  const ignored = await offerPrettierIgnore(world);
  written.push(...ignored.written);
  const diagnostics = [...results.filter((result) => typeof result === 'object'), ...ignored.diagnostics];
  const next = 'next: authflow render, authflow check, and commit';
  const summary = `${written.join(' and ')} written; ${next}${ignored.todo}`;
  return { diagnostics, paths: written, summary: diagnostics.length > 0 ? undefined : summary };
}

/** The existing lines and ours; null if ours are already there. */
function withAttributes(lines: readonly string[], { cwd, files }: World): string | null {
  const file = join(cwd, '.gitattributes');
  const current = files.statSync(file, { throwIfNoEntry: false }) ? files.readFileSync(file, 'utf8') : '';
  const known = current.split(/\r?\n/);
  const added = lines.filter((line) => !known.includes(line));
  if (added.length === 0) return null;
  const lineBreak = current.includes('\r\n') ? '\r\n' : '\n';
  const before = current === '' || current.endsWith('\n') ? current : current + lineBreak;
  return before + added.map((line) => line + lineBreak).join('');
}

function hasPackage({ cwd, files }: World): boolean {
  const file = join(cwd, 'package.json');
  return (
    files.statSync(file, { throwIfNoEntry: false }) !== undefined &&
    /"(?:dev|optional)?[dD]ependencies"[^]*"authflow"\s*:/.test(files.readFileSync(file, 'utf8'))
  );
}
