/** Makes texts safe to print in a terminal or a log, and phrases counts and lists. */

/** Control characters, separators of lines, and the bidirectional ones that make code look like other code (CVE-2021-42574). */
const steering = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;

/**
 * Makes control characters visible, one for one, so that no flow file can control the reader's terminal. Tabs and line
 * breaks stay.
 */
export function printable(text: string): string {
  return text.replace(steering, (character) => {
    const code = character.charCodeAt(0);
    if (character === '\n' || character === '\t') return character;
    // U+2400 to U+241F are the visible symbols for U+0000 to U+001F.
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}

/** `1 error`, `2 errors` */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `a, b and c` */
export function listing(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** Ids of rules: `SEC001, SEC006-SEC013` */
export function ranges(ids: readonly string[]): string {
  const runs: string[][] = [];
  for (const id of ids) {
    const last = runs.at(-1);
    const follows = Number(last?.at(-1)?.slice(3)) + 1 === Number(id.slice(3));
    if (last && follows) last.push(id);
    else runs.push([id]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run : [`${run[0] ?? ''}-${run.at(-1) ?? ''}`])).join(', ');
}
