/** Writes a text into an SVG's `<metadata>` (SVG 2, section 5.10), and reads it. */

const ELEMENT = /<metadata>(authflow\/[^<]*)<\/metadata>/;

/** @param characters that XML takes unescaped */
export function writeSvgStamp(svg: Uint8Array, text: string): Uint8Array {
  const bare = new TextDecoder().decode(svg).replace(ELEMENT, '');
  const end = bare.lastIndexOf('</svg>');
  if (end === -1) throw new Error('no SVG to stamp');
  return new TextEncoder().encode(`${bare.slice(0, end)}<metadata>${text}</metadata>${bare.slice(end)}`);
}

/** No label can imitate a stamp, because a serializer escapes the `<` of texts. */
export function readSvgStamp(svg: Uint8Array): string | null {
  return ELEMENT.exec(new TextDecoder().decode(svg))?.[1] ?? null;
}
