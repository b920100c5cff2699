/** Participant ids as Mermaid can read them. */

/** Words that begin a statement in the sequence grammar of Mermaid 10 to 12; it compares them without case. */
const keywords = new Set(
  (
    'accdescr acctitle activate actor alt and as autonumber box break create critical deactivate destroy details else end ' +
    'left link links loop note off opt option over par par_over participant properties rect right sequencediagram title'
  ).split(' '),
);

/**
 * Mermaid takes more than this for an id, but not on every line. `style` and `classDef` make a line lose its last `;`
 * (see escape.ts), and the names that every object has are lost in Mermaid 10, which keeps participants in an object.
 */
const isSafe = (id: string): boolean =>
  /^[A-Za-z_]\w*$/.test(id) && !/style|classDef/.test(id) && !keywords.has(id.toLowerCase()) && !(id in {});

/** Each id by the one that Mermaid gets: itself where that is safe, else the like, else `P1`, `P2` …; all different. */
export function nameParticipants(ids: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map(ids.filter(isSafe).map((id) => [id, id]));
  const taken = new Set(names.values());
  for (const id of ids) {
    if (names.has(id)) continue;
    const like = id.replace(/[^A-Za-z0-9_]+/g, '_');
    const isName = isSafe(like) && /[A-Za-z]/.test(like);
    let name = isName ? like : 'P1';
    for (let count = 2; taken.has(name); count += 1) name = isName ? `${like}_${count}` : `P${count}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}
