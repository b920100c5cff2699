/** Rewrites the ids in an SVG, so that two diagrams can be in one page, and two runs give the same bytes. */

/** As an XML serializer writes them: no `<` or `>` within a tag, no `"` within a value. */
const TAG = /<[A-Za-z][^<>]*>/g;
const ATTRIBUTE = /(?<![\w:-])([\w:-]+)="([^"]*)"/g;

/**
 * Mermaid begins most ids with the diagram's, but continues the numbers of participants (`actor12`) from one diagram of a page to
 * the next, and uses some ids twice. Those get the diagram's id as a prefix, and their own numbers from 0.
 *
 * @param svg as serialized by the browser
 * @param id of the root element
 */
export function scopeIds(svg: string, id: string): string {
  const renamed = new Map<string, string>();
  const next = idNamer(id);
  const scoped = replaceValues(svg, (name, value) => {
    if (name !== 'id') return value;
    const given = next(value);
    // Where an id occurs twice, references mean the first.
    if (!renamed.has(value)) renamed.set(value, given);
    return given;
  });
  return replaceValues(scoped, (name, value) => {
    if (name === 'id') return value;
    const reference = name.endsWith('href') ? /^(#)(.*)$/ : /(url\(#)([^)]*)/g;
    return value.replace(reference, (_, before: string, target: string) => before + (renamed.get(target) ?? target));
  });
}

function idNamer(id: string): (name: string) => string {
  const counts = new Map<string, number>();
  const next = (stem: string) => {
    const count = counts.get(stem) ?? 0;
    counts.set(stem, count + 1);
    return count;
  };
  return (name) => {
    const own = name === id || name.startsWith(`${id}-`) || name.endsWith(`-${id}`);
    const stem = own ? name : name.replace(/-?\d+/g, '');
    const count = next(stem);
    if (own && count === 0) return name;
    // The number is before the name, because Mermaid's style sheet selects by the end of an id.
    return `${id}-${count}-${own ? name.slice(id.length + 1) : stem}`;
  };
}

function replaceValues(svg: string, replace: (name: string, value: string) => string): string {
  return svg.replace(TAG, (tag) =>
    tag.replace(ATTRIBUTE, (_, name: string, value: string) => `${name}="${replace(name, value)}"`),
  );
}
