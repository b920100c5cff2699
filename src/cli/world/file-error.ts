/** Explains file system errors in words. */
import { FileRefusal } from '../../files/index.js';
import type { Diagnostic } from '../../source/index.js';
import type { CommandCode } from './exit-code.js';

const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EAGAIN: 'it gives no bytes now',
  EBUSY: 'another program uses it',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'it already exists',
  EFBIG: 'it is too large',
  EIO: 'the disk or device reports an error',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links form a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space is left on the disk',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENXIO: 'it is a device that is not there, or a socket',
  EPERM: 'the system does not permit it',
  EROFS: 'the file system is read-only',
};

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Only the reason: messages name the file themselves. */
export function explainFileError(error: unknown): string {
  if (error instanceof FileRefusal) return error.message;
  return words[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

/** A diagnostic about a whole file. */
export function fileDiagnostic(code: CommandCode, path: string, message: string, hint?: string): Diagnostic {
  return { code, severity: 'error', message, hint, span: { source: { path, text: '' }, start: 0, end: 0 } };
}
