/** Paths with `/`, as in messages, flow files and documents: the same in Node and in browsers. */

/** All but the last part; `.` for a path of one part. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? '.' : path.slice(0, Math.max(end, 1));
}

/** A path from a folder, without `.`, and `..` only where it leads out of the folder. */
export function joinPath(folder: string, path: string): string {
  const isAbsolute = folder.startsWith('/');
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isAbsolute) parts.push(part);
  }
  return (isAbsolute ? '/' : '') + parts.join('/') || '.';
}
