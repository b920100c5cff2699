/** Says what has the name of a folder, or of one above it, and is none. */
import { dirname } from 'node:path';
import type { Stats } from 'node:fs';
import { codeOf, explainFileError } from './explain.js';
import { kindOfSpecial } from './refusal.js';

interface Looked {
  lstatSync(path: string): Stats;
  statSync(path: string): Stats;
}

const LINK_TO_NOTHING = 'a link to a file that does not exist';

/** `it is a device`, of something that can't be read where it seems not to be; null where nothing has its name. */
export function explainMissing(path: string, files: Looked): string | null {
  try {
    files.statSync(path);
    return null;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return explainFileError(error);
    return lookAt(path, files) ? `it is ${LINK_TO_NOTHING}` : null;
  }
}

/** Why a folder can't be made or read, by the error of the system. */
export function explainNoFolder(folder: string, error: unknown, files: Looked): string {
  if (codeOf(error) === 'ENOENT') return explainMissing(folder, files) ?? explainFileError(error);
  if (!['EEXIST', 'ENOTDIR'].includes(codeOf(error))) return explainFileError(error);
  const obstacle = obstacleOn(folder, files);
  const subject = obstacle === folder ? 'it is' : 'a part of its path is';
  try {
    return `${subject} ${kindOfSpecial(files.statSync(obstacle)) ?? 'a file'}, not a folder`;
  } catch (reason) {
    return codeOf(reason) === 'ENOENT' ? `${subject} ${LINK_TO_NOTHING}` : explainFileError(reason);
  }
}

/** The nearest part of the path that is there. */
function obstacleOn(path: string, files: Looked): string {
  return lookAt(path, files) || dirname(path) === path ? path : obstacleOn(dirname(path), files);
}

function lookAt(path: string, files: Looked): Stats | null {
  try {
    return files.lstatSync(path);
  } catch {
    return null;
  }
}
