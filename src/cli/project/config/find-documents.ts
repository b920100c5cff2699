/** Finds the documents with blocks of authflow, where no configuration names documents. */
import type { World } from '../../world/index.js';
import { findBlocks } from '../../../docs/index.js';
import { ignoredFiles } from '../changed-files.js';
import type { Boundary } from '../boundary.js';
import { documentFiles } from '../file-kinds.js';
import { findFiles } from '../find-files.js';
import { readText } from '../read-flows.js';

/** Searches the working folder and those below it. Files that git ignores are copies and builds. */
export async function findDocuments(world: World, boundary: Boundary): ReturnType<typeof findFiles> {
  const { files } = await findFiles(['.'], world, documentFiles, boundary);
  const found: string[] = [];
  for (const file of files) if (await hasBlock(file, world)) found.push(file);
  const ignored = ignoredFiles(found, world);
  return { files: found.filter((file) => !ignored.has(file)), missing: [], diagnostics: [] };
}

async function hasBlock(file: string, world: World): Promise<boolean> {
  const read = readText(file, world);
  if ('diagnostic' in read) return false;
  const { blocks, diagnostics } = await findBlocks(read.source);
  return blocks.length + diagnostics.length > 0;
}
