/** What ids of flows may be, because files are named after them. */

/** Taken by the gallery, or no name of a file on Windows, where `con.svg` is the console. */
export const notReserved = /^(?!(?:readme|con|prn|aux|nul|com\d|lpt\d)$)/;

/**
 * Names of files have at most 255 bytes (ext4, NTFS, APFS). The longest that authflow adds are the ending `.dark.slide-1000.png`, 20
 * bytes, and while it writes, `.….authflow-4194304-k2j9xk2j9xk2j.tmp`, 37 bytes.
 */
export const longestId = 190;

/** An id for words of a-z and 0-9 joined by `-`. */
export function usableId(words: string): string {
  const cut = words.slice(0, longestId - '-flow'.length).replace(/-$/, '');
  return notReserved.test(cut) ? cut : `${cut}-flow`;
}
