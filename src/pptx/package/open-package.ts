/** Reads a package: its parts, with their types and relationships. */
import { strFromU8 } from 'fflate';
import { attributeOf, childrenOf, parseXml } from '../xml/index.js';
import type { XmlElement } from '../xml/index.js';
import { relsOf } from './package.js';
import type { Part, Relationship } from './package.js';
import { PackageProblem, unzip } from './unzip.js';

export interface OpenPackage {
  readonly parts: ReadonlyMap<string, Part>;
  /** Of the package itself. */
  readonly relationships: readonly Relationship[];
}

/** @throws PackageProblem */
export function openPackage(bytes: Uint8Array): OpenPackage {
  const files = unzip(bytes);
  const typeOf = readTypes(files);
  const names = new Map([...files.keys()].map((name) => [name.toLowerCase(), name]));
  const relationshipsOf = (name: string): readonly Relationship[] => {
    const written = files.get(names.get((name === '' ? '_rels/.rels' : relsOf(name)).toLowerCase()) ?? '');
    return written ? readRelationships(name, written, names) : [];
  };
  const parts = [...files]
    .filter(([name]) => name !== '[Content_Types].xml' && !/(?:^|\/)_rels\/[^/]*\.rels$/.test(name))
    .map(([name, content]): [string, Part] => [
      name,
      { content, type: typeOf(name), relationships: relationshipsOf(name) },
    ]);
  return { parts: new Map(parts), relationships: relationshipsOf('') };
}

/** @throws PackageProblem for what is no XML */
export function readPart(content: string | Uint8Array, name: string): XmlElement {
  const found = parseXml(typeof content === 'string' ? content : decode(content));
  if (!found) throw new PackageProblem(`its part ${name} is damaged`);
  return found;
}

function decode(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  return strFromU8(content).replace(/^\ufeff/, '');
}

function readTypes(files: ReadonlyMap<string, Uint8Array>): (name: string) => string {
  const written = files.get('[Content_Types].xml');
  if (!written) throw new PackageProblem('it is no PowerPoint file: it has no content types');
  const root = readPart(written, '[Content_Types].xml');
  const read = (element: string, key: string): ReadonlyMap<string, string> =>
    new Map(
      childrenOf(root, element).map((one) => [
        (attributeOf(one, key) ?? '').toLowerCase(),
        attributeOf(one, 'ContentType') ?? '',
      ]),
    );
  const [overrides, defaults] = [read('Override', 'PartName'), read('Default', 'Extension')];
  return (name) =>
    overrides.get(`/${name.toLowerCase()}`) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? '';
}

function readRelationships(
  from: string,
  written: Uint8Array,
  names: ReadonlyMap<string, string>,
): readonly Relationship[] {
  return childrenOf(readPart(written, relsOf(from)), 'Relationship').map((one) => {
    const [target, isExternal] = [attributeOf(one, 'Target') ?? '', attributeOf(one, 'TargetMode') === 'External'];
    const resolved = isExternal ? target : resolve(from, target);
    return {
      id: attributeOf(one, 'Id') ?? '',
      type: attributeOf(one, 'Type') ?? '',
      target: isExternal ? target : (names.get(resolved.toLowerCase()) ?? resolved),
      isExternal,
    };
  });
}

/** The name of the part that a target leads to. */
function resolve(from: string, target: string): string {
  const [path = ''] = target.split('#');
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
