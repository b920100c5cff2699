/** Writes the files for checking diagrams in CI; never overwrites an existing one. */
import { join, resolve } from 'node:path';
import type { CiName } from '../grammar/index.js';
import { writeNamed } from '../output/index.js';
import type { WriteResult } from '../output/index.js';
import { readText } from '../project/index.js';
import type { Outcome } from '../terminal/index.js';
import { isTaken, isThere, textIfThere, UsageError } from '../world/index.js';
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
  const attributes = await addAttributes(attributeLines(project), world);
  if (attributes !== null) {
    written.push('.gitattributes');
    results.push(attributes);
  }
  const ignored = await offerPrettierIgnore(world);
  written.push(...ignored.written);
  const diagnostics = [...results.filter((result) => typeof result === 'object'), ...ignored.diagnostics];
  const next = 'next: authflow render, authflow check, and commit';
  const summary = `${written.join(' and ')} written; ${next}${ignored.todo}`;
  return { diagnostics, paths: written, summary: diagnostics.length > 0 ? undefined : summary };
}

/** Adds our lines to those that are there; null if ours are among them. */
async function addAttributes(lines: readonly string[], world: World): Promise<WriteResult | null> {
  const file = join(world.cwd, '.gitattributes');
  const read = isThere(file, world) ? readText(file, world) : null;
  if (read && 'diagnostic' in read) return read.diagnostic;
  const text = withLines(read?.source.text ?? '', lines);
  return text === null ? null : writeNamed(file, text, world);
}

function withLines(current: string, lines: readonly string[]): string | null {
  const known = current.split(/\r?\n/);
  const added = lines.filter((line) => !known.includes(line));
  if (added.length === 0) return null;
  const lineBreak = current.includes('\r\n') ? '\r\n' : '\n';
  const before = current === '' || current.endsWith('\n') ? current : current + lineBreak;
  return before + added.map((line) => line + lineBreak).join('');
}

function hasPackage(world: World): boolean {
  const text = textIfThere(join(world.cwd, 'package.json'), world) ?? '';
  const at = text.search(/"(?:dev|optional)?[dD]ependencies"/);
  return at !== -1 && /"authflow"\s*:/.test(text.slice(at));
}
