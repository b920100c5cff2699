/** Pictures of a page that may show a diagram, by what they are called. */

/** The paths that a page's definitions of links name, by their labels in lower case. */
export type LinkTargets = ReadonlyMap<string, string>;

export const linkTargets = (page: string): LinkTargets =>
  new Map(
    [...page.matchAll(/^[ \t>]*\[([^[\]\n]+)\]:[ \t]*<?([^\s<>]+)/gm)].map(([, label = '', path = '']) => [
      label.toLowerCase(),
      path,
    ]),
  );

const pictures = [
  /!\[(?<alt>[^[\]]*)\]\((?:<(?<spaced>[^<>]+)>|(?<path>[^\s)<]+))/g,
  // `![alt][label]`, `![label][]`, `![label]`
  /!\[(?<alt>[^[\]]*)\](?!\()(?:\[(?<label>[^[\]]*)\])?/g,
  // Obsidian's.
  /!\[\[(?<path>[^\]|]+)/g,
  // Tags, and the shortcodes of Hugo and Liquid.
  /<[a-z][\w.]*\s(?=[^<>]*\b(?:src|data)=["'](?<path>[^"']+))(?=(?:[^<>]*\balt=["'](?<alt>[^"']*))?)/gi,
  /\{[{%](?=[^{}]*\b(?:src|file|url|\w*path)=["']?(?<path>[^"'\s{}]+))(?=(?:[^{}]*\balt=["'](?<alt>[^"']*))?)/g,
  // MDX, where a picture may be imported.
  /\b(?:require|useBaseUrl)\(\s*["'](?<path>[^"']+)/g,
  /^import\s[^"']*["'](?<path>[^"']+)/g,
  // Directives of MyST.
  /^\s*(?:`{3,}|:{3,})\{(?:image|figure)\}\s+(?<path>\S+)/g,
  // AsciiDoc.
  /(?<=^|[\s(|])image::?(?<path>[^[\s(]+)\[(?<alt>[^\]]*)/g,
];

/** Offsets in a line. */
export const picturesIn = (line: string, targets: LinkTargets): readonly number[] =>
  pictures
    .flatMap((picture) => [...line.matchAll(picture)])
    .filter(({ groups }) => looksLikeDiagram(groups ?? {}, targets))
    .map(({ index }) => index);

type Parts = Readonly<Record<string, string | undefined>>;

function looksLikeDiagram({ path, spaced, label, alt = '' }: Parts, targets: LinkTargets): boolean {
  const target = path ?? spaced ?? targets.get((label === undefined || label === '' ? alt : label).toLowerCase()) ?? '';
  const [file = ''] = target.split(/[?#]/);
  if (isOfDiagramTool(target, file)) return true;
  return (
    /\.(?:svg|png|gif|jpe?g|webp)$/i.test(file) &&
    /diagram|sequence|\bseq\b|flow|uml|architect|swimlane/i.test(`${target.replaceAll('_', '-')} ${alt}`) &&
    !/badge|logo|icon/i.test(target)
  );
}

const isOfDiagramTool = (target: string, file: string): boolean =>
  /plantuml|kroki|mermaid\.ink|sequencediagram|swimlanes\.io/i.test(target) ||
  /\.(?:drawio|puml|excalidraw)(?:\.\w+)?$/i.test(file);
