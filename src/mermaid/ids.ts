/** Makes participant ids that Mermaid can read. */

/** Words that begin a statement in the sequence grammar of Mermaid 10 to 12; it compares them without case. */
export const keywords: ReadonlySet<string> = new Set(
  (
    'accdescr acctitle activate actor alt and as autonumber box break create critical deactivate destroy details else end ' +
    'left link links loop note off opt option over par par_over participant properties rect right sequencediagram title'
  ).split(' '),
);

/**
 * Mermaid accepts more than this as an id, but not on every line. `style` and `classDef` make a line lose its last `;`
 * (see escape.ts), and the names that every object has are lost in Mermaid 10, which keeps participants in an object.
 */
const isSafe = (id: string): boolean =>
  /^[A-Za-z_]\w*$/.test(id) && !/style|classDef/.test(id) && !keywords.has(id.toLowerCase()) && !(id in {});

/** A safe id like the given one, or null where no letter is left. A keyword ends at a word boundary, so `end_` is none. */
function likeness(id: string): string | null {
  const name = id.replace(/[^A-Za-z0-9_]+/g, '_');
  return /[A-Za-z]/.test(name) ? ([name, `${name}_`, `_${name}`].find(isSafe) ?? null) : null;
}

/** Maps each id to a unique one for Mermaid: itself where that is safe, else a similar one (`AS_`), else `P1`, `P2` … */
export function nameParticipants(ids: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map(ids.filter(isSafe).map((id) => [id, id]));
  const taken = new Set(names.values());
  for (const id of ids) {
    if (names.has(id)) continue;
    const like = likeness(id);
    let name = like ?? 'P1';
    for (let count = 2; taken.has(name); count += 1) name = like === null ? `P${count}` : `${like}_${count}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}
