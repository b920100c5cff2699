/** Compares the page that lists all flows, where the configuration asks for one. */
import { join } from 'node:path';
import { causeOf, GALLERY_FILE, galleryOf, linesOf, normalizeBreaks, releaseMark } from '../output/index.js';
import type { Listing, OutputFolder } from '../output/index.js';
import { displayPath, readInside } from '../project/index.js';
import { fileDiagnostic, isThere } from '../world/index.js';
import type { CommandCode, World } from '../world/index.js';
import { findMergeConflict, mergeConflict } from '../../source/index.js';
import type { Diagnostic, Source } from '../../source/index.js';
import { fixWith } from './finding.js';
import type { Finding, Verdict } from './finding.js';

interface Compared extends Listing {
  readonly flows: readonly { readonly isOlder: boolean }[];
}

export function compareGallery(project: Compared, output: OutputFolder, world: World): readonly Finding[] {
  const { folder } = output;
  const gallery = galleryOf(project);
  if (gallery === null) return [];
  const file = join(folder, GALLERY_FILE);
  const found = (verdict: Verdict, diagnostic: Diagnostic, current?: Source): readonly Finding[] => {
    const difference = current ? { current, wanted: gallery.content } : null;
    return [{ verdict, diagnostic, compiled: null, format: null, difference }];
  };
  const say = (code: CommandCode, message: string, hint = fixWith('authflow render')) =>
    fileDiagnostic(code, displayPath(file, world), message, hint);
  if (!isThere(file, world)) return found('missing', say('current-output', 'is missing'));
  const read = readInside(file, world, folder);
  if ('diagnostic' in read) return found('stale', read.diagnostic);
  const current = { path: read.source.path, text: normalizeBreaks(read.source.text) };
  if (current.text === gallery.content) return [];
  const conflict = findMergeConflict(current);
  if (conflict) return found('conflict', mergeConflict(conflict, fixWith('authflow render')), current);
  const verdict = judge(current.text, gallery, { project, output }, world);
  if (verdict === 'stale') return found('stale', say('current-output', 'is not current'), current);
  if (verdict === 'edited')
    return found(
      'edited',
      say('unedited-output', 'was edited by hand', 'lose the edit with: authflow render'),
      current,
    );
  const said = say('same-tool', 'is written differently by this version of authflow');
  return found('tool', { ...said, severity: 'info' }, current);
}

/** Early releases did not list the page. */
function judge(
  text: string,
  { author }: { readonly author: string },
  { project, output }: { readonly project: Compared; readonly output: OutputFolder },
  world: World,
): Verdict {
  const lines = output.manifest.get(GALLERY_FILE);
  if (!lines) {
    const { flows } = project;
    return flows.length > 0 && flows.every(({ isOlder }) => isOlder) ? 'tool' : 'stale';
  }
  const known = linesOf(text, lines);
  if (known.length === 0) return 'edited';
  return known.some((line) => causeOf(line, { author, release: releaseMark(world) }) === 'release') ? 'tool' : 'stale';
}
