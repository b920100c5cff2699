/** Makes a folder and those above it. */
import { dirname } from 'node:path';
import { codeOf } from './explain.js';

interface Folders {
  mkdirSync(path: string, options: { readonly mode?: number | undefined }): unknown;
  statSync(path: string): { isDirectory(): boolean };
}

/**
 * Like `mkdir -p`, but ends where a file system permits no folder: Node's own, `recursive`, tries for ever in /proc.
 *
 * @param mode of the new folders
 * @throws the errors of the file system; EEXIST where something else has the name
 */
export function makeFolder(folder: string, folders: Folders, mode?: number): void {
  try {
    folders.mkdirSync(folder, { mode });
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && dirname(folder) !== folder) {
      makeFolder(dirname(folder), folders, mode);
      folders.mkdirSync(folder, { mode });
    } else if (!isFolder(folder, folders)) throw error;
  }
}

function isFolder(path: string, folders: Folders): boolean {
  try {
    return folders.statSync(path).isDirectory();
  } catch {
    return false;
  }
}
