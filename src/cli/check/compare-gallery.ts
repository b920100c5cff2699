/** Compares the page that lists all flows, where the configuration asks for one. */
import { join } from 'node:path';
import { GALLERY_FILE, galleryOf, normalizeBreaks } from '../output/index.js';
import type { OutputFolder } from '../output/index.js';
import { displayPath, readText } from '../project/index.js';
import type { OpenProject } from '../project/index.js';
import { fileDiagnostic, isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Finding } from './finding.js';

export function compareGallery(project: OpenProject, { folder }: OutputFolder, world: World): readonly Finding[] {
  const wanted = galleryOf(project);
  if (wanted === null) return [];
  const file = join(folder, GALLERY_FILE);
  const found = (verdict: 'missing' | 'stale', message: string, difference: Finding['difference']): Finding[] => {
    const diagnostic = fileDiagnostic('current-output', displayPath(file, world), message, 'fix with: authflow render');
    return [{ verdict, diagnostic, compiled: null, format: null, difference }];
  };
  if (!isThere(file, world)) return found('missing', 'is missing', null);
  const read = readText(file, world);
  if ('diagnostic' in read) return found('stale', read.diagnostic.message, null);
  const current = { path: read.source.path, text: normalizeBreaks(read.source.text) };
  return current.text === wanted ? [] : found('stale', 'is not current', { current, wanted });
}
