/** Reads a company's .pptx or .potx. */
import type { Base, Layout, PlaceholderBox } from '../base.js';
import { notesParts, notesSize } from '../own/index.js';
import { contentTypes, openPackage, PackageProblem, readPart, relationTypes, within } from '../package/index.js';
import type { OpenPackage, Part } from '../package/index.js';
import { attributeOf, childOf, childrenOf, descendantsOf, el, printXml } from '../xml/index.js';
import type { XmlElement } from '../xml/index.js';
import { keptParts } from './kept-parts.js';
import type { Kept } from './kept-parts.js';
import { inherited, isFooter, isTitle, numberOf, placeholdersIn } from './placeholders.js';
import type { PptxTemplate } from './pptx-template.js';
import { stageBelow } from './stage.js';
import { templateColors } from './template-colors.js';

/** The template, or why it is none: a text that goes on after the file's name. */
export type ReadTemplate = { readonly template: PptxTemplate } | { readonly problem: string };

export function readTemplate(bytes: Uint8Array): ReadTemplate {
  try {
    refuseCompound(bytes);
    return { template: templateOf(openPackage(bytes)) };
  } catch (error) {
    if (error instanceof PackageProblem) return { problem: error.message };
    throw error;
  }
}

/** Office encrypts a file into a compound file, which its old formats were, too. */
function refuseCompound(bytes: Uint8Array): void {
  if (![0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte)) return;
  const isEncrypted = new TextDecoder('utf-16le')
    .decode(bytes.subarray(0, bytes.length & ~1))
    .includes('EncryptedPackage');
  throw new PackageProblem(isEncrypted ? 'it is encrypted' : 'it is encrypted, or of the old format .ppt');
}

function templateOf(opened: OpenPackage): PptxTemplate {
  const main = mainPart(opened);
  const presentation = readPart(opened.parts.get(main)?.content ?? '', main);
  const size = sizeOf(presentation);
  const kept = keptParts(opened, main);
  const sheets = findSheets(presentation, kept, size);
  const colors = templateColors(sheets.theme, sheets.master, sheets.diagramSheet);
  const { notes, ...written } = printPresentation(presentation, kept);
  const base: Base = {
    size,
    parts: new Map([...kept.parts, ...notes.parts]),
    presentation: written,
    layouts: sheets.layouts,
    ...colors,
    isOwn: false,
    notesMaster: notes.master,
  };
  const px = size.cy / 720;
  return {
    size: { width: Math.round(size.cx / px), height: 720 },
    stage: sheets.stage,
    page: colors.page,
    base,
  };
}

function mainPart({ parts, relationships }: OpenPackage): string {
  const strict = relationships.some(({ type }) => type.startsWith('http://purl.oclc.org/ooxml/'));
  if (strict) throw new PackageProblem('it is of the strict variant of Open XML: save it as a usual .pptx');
  const main = relationships.find(({ type }) => type === relationTypes.presentation)?.target ?? '';
  const type = parts.get(main)?.type ?? '';
  if (/macroEnabled/i.test(type) || [...parts].some(([name, part]) => /vbaProject/i.test(`${name} ${part.type}`)))
    throw new PackageProblem('it has macros: save it without them, as .pptx or .potx');
  const known: readonly string[] = [contentTypes.presentation, contentTypes.template, contentTypes.show];
  if (!known.includes(type)) throw new PackageProblem('it is no PowerPoint file');
  return main;
}

/** A slide of less than an inch, or of more than 56, is none of PowerPoint's. */
const [LEAST, MOST] = [914_400, 51_206_400];

function sizeOf(presentation: XmlElement): Base['size'] {
  const found = childOf(presentation, 'sldSz');
  const [cx, cy] = [numberOf(found, 'cx'), numberOf(found, 'cy')];
  if (![cx, cy].every((length) => length >= LEAST && length <= MOST))
    throw new PackageProblem('its slides have no size');
  return { cx, cy };
}

interface Sheets {
  readonly layouts: Base['layouts'];
  readonly master: XmlElement;
  readonly diagramSheet: XmlElement;
  readonly theme: XmlElement | undefined;
  readonly stage: PptxTemplate['stage'];
}

/** Of the first master that has a layout with a title, and room below it. */
function findSheets(presentation: XmlElement, { parts, relationships }: Kept, size: Base['size']): Sheets {
  const read = (name: string): XmlElement => readPart(parts.get(name)?.content ?? '', name);
  const targetOf = (part: Pick<Part, 'relationships'>, id: string | undefined): string =>
    part.relationships.find((one) => one.id === id)?.target ?? '';
  let problem = 'it has no layout with a title';
  for (const { attributes } of childrenOf(childOf(presentation, 'sldMasterIdLst'), 'sldMasterId')) {
    const id = attributes.find(([name]) => name.endsWith(':id'))?.[1];
    const name = targetOf({ relationships }, id);
    const part = parts.get(name);
    if (!part) continue;
    const master = read(name);
    const layouts = childrenOf(childOf(master, 'sldLayoutIdLst'), 'sldLayoutId')
      .map((one) => targetOf(part, one.attributes.find(([key]) => key.endsWith(':id'))?.[1]))
      .filter((layout) => parts.has(layout))
      .map((layout) => ({ part: layout, sheet: read(layout) }));
    const found = chooseLayouts(layouts, master, size);
    if (!found) continue;
    const stage = stageBelow(found.layouts.diagram.title.box, [found.diagramSheet, master], size);
    if (!stage) problem = 'its layout leaves no room below the title';
    if (!stage) continue;
    const theme = part.relationships.find(({ type }) => type === relationTypes.theme)?.target;
    return { ...found, master, stage, theme: theme === undefined ? undefined : read(theme) };
  }
  throw new PackageProblem(problem);
}

interface Sheet {
  readonly part: string;
  readonly sheet: XmlElement;
}

function chooseLayouts(
  sheets: readonly Sheet[],
  master: XmlElement,
  { cx, cy }: Base['size'],
): Pick<Sheets, 'layouts' | 'diagramSheet'> | null {
  const usual = (top: number, bottom: number): PlaceholderBox => ({
    x: Math.round(cx * 0.05),
    y: Math.round(cy * top),
    cx: Math.round(cx * 0.9),
    cy: Math.round(cy * (bottom - top)),
  });
  const layoutOf = ({ part, sheet }: Sheet, bodies: readonly string[]): Layout | null => {
    const found = placeholdersIn(sheet);
    const [title, body] = [found.find(isTitle), found.find(({ type }) => bodies.includes(type))];
    if (!title) return null;
    return {
      part,
      title: inherited(title, master, 'title', usual(0.05, 0.2)),
      body: body ? inherited(body, master, 'body', usual(0.25, 0.9)) : null,
    };
  };
  const ofType = (type: string, bodies: readonly string[]): Layout | null => {
    const sheet = sheets.find((one) => attributeOf(one.sheet, 'type') === type);
    const found = sheet ? layoutOf(sheet, bodies) : null;
    return found?.body ? found : null;
  };
  const others = ({ sheet }: Sheet): number =>
    placeholdersIn(sheet).filter((one) => !isTitle(one) && !isFooter(one)).length;
  const titled = sheets.filter((one) => layoutOf(one, []) !== null);
  const only = titled.find(({ sheet }) => attributeOf(sheet, 'type') === 'titleOnly');
  const [fewest] = titled.toSorted((one, other) => others(one) - others(other));
  const chosen = only ?? fewest;
  const diagram = chosen ? layoutOf(chosen, []) : null;
  if (!chosen || !diagram) return null;
  const layouts = { diagram, title: ofType('title', ['subTitle']), list: ofType('obj', ['obj', 'body']) };
  return { layouts, diagramSheet: chosen.sheet };
}

/** What stands behind the list of slides; slides, their shows and sections are left out. */
const behind: readonly string[] = ['kinsoku', 'defaultTextStyle'];

function printPresentation(presentation: XmlElement, kept: Kept) {
  const print = (...names: readonly string[]): string =>
    childrenOf(presentation, ...names)
      .map(printXml)
      .join('');
  const own = kept.relationships.find(({ type }) => type === relationTypes.notesMaster);
  const notes = own ? { master: own.target, parts: [] } : newNotes(kept);
  const id = 'rIdNotesMaster';
  const notesList = own
    ? print('notesMasterIdLst')
    : el('p:notesMasterIdLst', {}, el('p:notesMasterId', { 'r:id': id }));
  const sizes = childOf(presentation, 'notesSz') ? '' : el('p:notesSz', notesSize);
  return {
    notes,
    attributes: Object.fromEntries(presentation.attributes.filter(([name]) => name !== 'conformance')),
    before: print('sldMasterIdLst') + notesList + print('handoutMasterIdLst'),
    behind: print('sldSz') + (sizes || print('notesSz')) + printFonts(presentation, kept) + print(...behind),
    relationships: [...kept.relationships, ...(own ? [] : [within(id, relationTypes.notesMaster, notes.master)])],
  };
}

/** Embedded fonts, where all of them are there. */
function printFonts(presentation: XmlElement, { relationships }: Kept): string {
  const list = childOf(presentation, 'embeddedFontLst');
  const ids = ['regular', 'bold', 'italic', 'boldItalic'].flatMap((face) =>
    descendantsOf(list, face).map((one) => one.attributes.find(([name]) => name.endsWith(':id'))?.[1]),
  );
  return list && ids.every((id) => relationships.some((one) => one.id === id)) ? printXml(list) : '';
}

function newNotes({ parts }: Kept) {
  const free = (name: (number: number) => string): string => {
    let number = 1;
    while (parts.has(name(number))) number++;
    return name(number);
  };
  const master = free((number) => `ppt/notesMasters/notesMaster${number}.xml`);
  const theme = free((number) => `ppt/theme/theme${number}.xml`);
  return { master, parts: notesParts(master, theme) };
}
