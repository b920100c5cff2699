/** Keeps what a deck's look is made of: masters, layouts, themes, and what they use; nothing that its slides bring. */
import { PackageProblem, readPart, relationTypes } from '../package/index.js';
import type { OpenPackage, Part, Relationship } from '../package/index.js';
import { printXml, xmlFile } from '../xml/index.js';
import type { XmlElement, XmlNode } from '../xml/index.js';

const office = relationTypes.slide.slice(0, -'slide'.length);

/** What the presentation itself uses; of everything else it keeps nothing. */
const ofPresentation: readonly string[] = [
  ...[relationTypes.master, relationTypes.notesMaster, relationTypes.theme, relationTypes.tableStyles],
  ...[`${office}handoutMaster`, `${office}font`],
];

/** What a master can lead to, but no deck gets. */
const left: readonly string[] = [relationTypes.slide, relationTypes.notesSlide, `${office}comments`];

export interface Kept {
  readonly parts: ReadonlyMap<string, Part>;
  /** Of the presentation. */
  readonly relationships: readonly Relationship[];
}

/** @throws PackageProblem */
export function keptParts({ parts }: OpenPackage, main: string): Kept {
  const relationships = (parts.get(main)?.relationships ?? []).filter(
    ({ type, isExternal, target }) => ofPresentation.includes(type) && !isExternal && parts.has(target),
  );
  const kept = new Map<string, Part>();
  const queue = relationships.map(({ target }) => target);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const part = parts.get(name);
    if (!part || kept.has(name)) continue;
    const found = withoutLeft(name, part, parts);
    kept.set(name, found);
    queue.push(...found.relationships.map(({ target }) => target));
  }
  return { parts: kept, relationships };
}

function withoutLeft(name: string, part: Part, parts: ReadonlyMap<string, Part>): Part {
  if (/activeX|vbaProject|macroEnabled/i.test(part.type)) throw new PackageProblem('it has macros');
  const stays = ({ isExternal, type, target }: Relationship): boolean =>
    !isExternal && !left.includes(type) && parts.has(target);
  const dropped = new Set(part.relationships.filter((one) => !stays(one)).map(({ id }) => id));
  if (dropped.size === 0) return part;
  const root = withoutUses(readPart(part.content, name), dropped, name);
  return { ...part, content: xmlFile(printXml(root)), relationships: part.relationships.filter(stays) };
}

/** Elements that are nothing without what they lead to. */
const links = /^(?:hlink(?:Click|Hover|MouseOver)|(?:audio|video|quickTime)File|wavAudioFile|snd)$/;

function withoutUses(element: XmlElement, dropped: ReadonlySet<string>, part: string): XmlElement {
  const uses = ([name, value]: readonly [string, string]): boolean => name.startsWith('r:') && dropped.has(value);
  const attributes = element.attributes.filter((attribute) => !(attribute[0] === 'r:link' && uses(attribute)));
  if (attributes.some(uses)) throw new PackageProblem(`its part ${part} needs a file outside of it`);
  const children = element.children.flatMap((child): readonly XmlNode[] => {
    if (typeof child === 'string') return [child];
    const isLink = links.test(child.name.slice(child.name.indexOf(':') + 1));
    return isLink && child.attributes.some(uses) ? [] : [withoutUses(child, dropped, part)];
  });
  return { ...element, attributes, children };
}
