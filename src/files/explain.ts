/** Explains errors of the file system in words. */
import { FileRefusal } from './refusal.js';

const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EAGAIN: 'it gives no bytes now',
  EBUSY: 'another program uses it',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'it already exists',
  EFBIG: 'it is too large',
  EINVAL: 'the system does not accept its name',
  EIO: 'the device fails',
  ENXIO: 'there is no such device',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links form a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space is left on the disk',
  ENOMEM: 'the memory is used up',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENOTEMPTY: 'it is a folder that is not empty',
  EPERM: 'the system does not permit it',
  EROFS: 'the file system is read-only',
  ESTALE: 'its file system went away',
  ETXTBSY: 'a running program uses it',
  EXDEV: 'it is on another file system',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_INVALID_ARG_VALUE: 'its name contains a character that no name can have',
  ERR_STRING_TOO_LONG: 'it is too large',
};

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Only the reason: messages name the file themselves. */
export function explainFileError(error: unknown): string {
  if (error instanceof FileRefusal) return error.message;
  const code = codeOf(error);
  return words[code] ?? `the system refuses it${code === '' ? '' : ` (${code})`}`;
}

/** Of an error that no command expected, the file and the reason; null for another error than one of the file system. */
export function explainSystemError(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error)) return null;
  const path = 'path' in error && typeof error.path === 'string' ? `${error.path}: ` : '';
  return `${path}${explainFileError(error)}`;
}
