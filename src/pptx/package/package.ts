/** A package of Open XML (ECMA-376, part 2): parts, their content types, and the relationships between them. */
import { el, xmlFile } from '../xml/index.js';
import { contentTypes } from './names.js';

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The name of a part, `ppt/theme/theme1.xml`; or an address. */
  readonly target: string;
  readonly isExternal: boolean;
}

export interface Part {
  readonly content: string | Uint8Array;
  readonly type: string;
  readonly relationships: readonly Relationship[];
}

/** Parts by their names, without a slash before them. */
export type Parts = ReadonlyMap<string, Part>;

export const within = (id: string, type: string, target: string): Relationship => ({
  id,
  type,
  target,
  isExternal: false,
});

/** The files of a package, in their order. */
export function filesOf(
  parts: Parts,
  relationships: readonly Relationship[],
): ReadonlyMap<string, string | Uint8Array> {
  const names = [...parts.keys()].sort();
  const files = new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', printTypes(parts, names)],
    ['_rels/.rels', printRelationships('', relationships)],
  ]);
  for (const name of names) {
    const part = parts.get(name);
    if (!part) continue;
    files.set(name, part.content);
    if (part.relationships.length > 0) files.set(relsOf(name), printRelationships(name, part.relationships));
  }
  return files;
}

/** `ppt/_rels/presentation.xml.rels` */
export function relsOf(name: string): string {
  const cut = name.lastIndexOf('/') + 1;
  return `${name.slice(0, cut)}_rels/${name.slice(cut)}.rels`;
}

const extensionOf = (name: string): string => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Pictures are known by their endings, everything else by its name. */
function printTypes(parts: Parts, names: readonly string[]): string {
  const known = new Map<string, string>([
    ['rels', contentTypes.rels],
    ['xml', 'application/xml'],
  ]);
  const overrides: string[] = [];
  for (const name of names) {
    const type = parts.get(name)?.type ?? '';
    const extension = extensionOf(name);
    if (extension !== '' && !known.has(extension)) known.set(extension, type);
    if (extension === '' || known.get(extension) !== type)
      overrides.push(el('Override', { PartName: `/${name}`, ContentType: type }));
  }
  const defaults = [...known].map(([Extension, ContentType]) => el('Default', { Extension, ContentType }));
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return xmlFile(el('Types', { xmlns }, ...defaults, ...overrides));
}

function printRelationships(from: string, relationships: readonly Relationship[]): string {
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const written = relationships.map(({ id, type, target, isExternal }) =>
    el('Relationship', {
      Id: id,
      Type: type,
      Target: isExternal ? target : relativeTo(from, target),
      TargetMode: isExternal ? 'External' : undefined,
    }),
  );
  return xmlFile(el('Relationships', { xmlns }, ...written));
}

function relativeTo(from: string, target: string): string {
  const [here, there] = [from.split('/').slice(0, -1), target.split('/')];
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  return '../'.repeat(here.length - common) + there.slice(common).join('/');
}
