/** Adds a width and a height to an SVG of Mermaid. */

/**
 * Writes the size into the root element, so that the picture has one everywhere: in `<img>`, inlined, in a viewer.
 *
 * @param svg with a viewBox, which Mermaid always writes
 * @param width in CSS pixels; default: the diagram's own
 */
export function sizeSvg(svg: string, width?: number): string {
  const [root] = /<svg\b[^<>]*>/.exec(svg) ?? [];
  const [, box] = /\bviewBox="([^"]*)"/.exec(root ?? '') ?? [];
  const [boxWidth, boxHeight] = (box ?? '')
    .split(/[\s,]+/)
    .slice(2)
    .map(Number);
  if (root === undefined || !boxWidth || !boxHeight) return svg;
  const size = [
    `width="${rounded(width ?? boxWidth)}"`,
    `height="${rounded(((width ?? boxWidth) * boxHeight) / boxWidth)}"`,
  ];
  const bare = root
    .replace(/\s(?:width|height)="[^"]*"/g, '')
    // Removes Mermaid's own limit for diagrams that fill their page; the rest of the style, the background, stays.
    .replace(/max-width:[^:;"]*;\s*/, '');
  return svg.replace(root, () => bare.replace('<svg', `<svg ${size.join(' ')}`));
}

function rounded(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
