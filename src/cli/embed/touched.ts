/** Decides to which documents changed files belong. */
import { resolve } from 'node:path';
import type { Changes, Project } from '../project/index.js';
import type { World } from '../world/index.js';
import type { EmbeddedDocument } from '../../docs/index.js';
import { isError } from '../../source/index.js';
import type { Source } from '../../source/index.js';

interface ProjectDocument {
  readonly project: Pick<Project, 'config' | 'options' | 'templates'>;
  readonly source: Source;
  readonly embedded: EmbeddedDocument;
}

/**
 * Whether changed files make a difference to a document: itself, its project, or a flow that it shows. A mistake in it may be
 * about a flow that is gone.
 */
export function isTouched(
  { project, source, embedded: { blocks, diagnostics } }: ProjectDocument,
  { files, touchProject }: Changes,
  { cwd }: Pick<World, 'cwd'>,
): boolean {
  const file = resolve(cwd, source.path);
  const shown = blocks.flatMap((block) => block.shown?.sources ?? []);
  return (
    files.has(file) ||
    touchProject(project, file) ||
    diagnostics.some(isError) ||
    shown.some(({ path }) => files.has(resolve(cwd, path)))
  );
}
