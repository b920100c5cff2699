/** Finds what is wrong with a PPTX and no schema sees: what leads nowhere, what nothing leads to, what readers would miss. */
import { strFromU8, unzipSync } from 'fflate';
import { attributeOf, childOf, childrenOf, descendantsOf, parseXml } from '../../src/pptx/xml/index.js';
import type { XmlElement } from '../../src/pptx/xml/index.js';

/** The XML of parts by name; others are empty. */
export type Files = ReadonlyMap<string, string>;

/** In the order of the package; an entry of a folder has a slash at its end. */
export function filesIn(bytes: Uint8Array): Map<string, string> {
  const isText = (name: string): boolean => /\.(?:xml|rels)$/.test(name);
  return new Map(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, isText(name) ? strFromU8(content) : '']),
  );
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

export function lintPptx(files: Files): readonly string[] {
  const trees = new Map<string, XmlElement>();
  const found: string[] = [];
  for (const [name, written] of files) {
    if (name.endsWith('/')) found.push(`${name}: an entry of a folder`);
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const tree = parseXml(written);
    if (tree) trees.set(name, tree);
    else found.push(`${name}: not well-formed`);
  }
  if ([...files.keys()][0] !== '[Content_Types].xml') found.push('[Content_Types].xml is not first');
  const parts = [...files.keys()].filter(
    (name) => name !== '[Content_Types].xml' && !name.endsWith('.rels') && !name.endsWith('/'),
  );
  const relations = new Map(['', ...parts].map((name) => [name, relationsOf(name, trees)] as const));
  const slides = parts.filter((name) => /^ppt\/slides\/[^/]*\.xml$/.test(name));
  return [
    ...found,
    ...lintTypes(parts, trees),
    ...[...relations].flatMap(([name, of]) => lintRelations(name, of, files, trees)),
    ...lintReach(parts, relations),
    ...lintThemes(relations),
    ...slides.flatMap((name) => lintSlide(name, trees.get(name), relations.get(name) ?? [])),
    ...lintTitles(slides, trees),
    ...lintPresentation(slides, trees.get('ppt/presentation.xml'), relations.get('ppt/presentation.xml') ?? []),
    ...lintNotes(relations),
    ...((files.get('docProps/core.xml') ?? '').includes('<dcterms:') ? ['docProps/core.xml: has a date'] : []),
  ];
}

const relsOf = (name: string): string => name.replace(/([^/]*)$/, '_rels/$1.rels');

function relationsOf(name: string, trees: ReadonlyMap<string, XmlElement>): readonly Relation[] {
  return childrenOf(trees.get(name === '' ? '_rels/.rels' : relsOf(name))).map((one) => {
    const [target, isExternal] = [attributeOf(one, 'Target')!, attributeOf(one, 'TargetMode') === 'External'];
    const url = new URL(target, `file:///${name}`);
    const type = attributeOf(one, 'Type')!.replace(/.*\//, '');
    return {
      id: attributeOf(one, 'Id')!,
      type,
      isExternal,
      target: isExternal ? target : decodeURI(url.pathname).slice(1),
    };
  });
}

function lintTypes(parts: readonly string[], trees: ReadonlyMap<string, XmlElement>): readonly string[] {
  const types = trees.get('[Content_Types].xml');
  const overrides = childrenOf(types, 'Override').map((one) => attributeOf(one, 'PartName')!.slice(1));
  const defaults = childrenOf(types, 'Default').map((one) => attributeOf(one, 'Extension')!);
  const isTyped = (name: string): boolean => {
    const extension = name.replace(/.*\./, '');
    return overrides.includes(name) || (defaults.includes(extension) && extension !== 'xml');
  };
  return [
    ...parts.filter((name) => !isTyped(name)).map((name) => `${name}: no content type`),
    ...overrides.filter((name) => !parts.includes(name)).map((name) => `${name}: a content type without a part`),
    ...repeated(overrides).map((name) => `${name}: two content types`),
  ];
}

const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

function lintRelations(
  name: string,
  relations: readonly Relation[],
  files: Files,
  trees: ReadonlyMap<string, XmlElement>,
): readonly string[] {
  const ids = relations.map(({ id }) => id);
  const used = [...(files.get(name) ?? '').matchAll(/ r:(?:id|embed|link|pict)="([^"]*)"/g)].map(([, id]) => id!);
  const linked = relations.filter(({ type }) => type === 'hyperlink');
  return [
    ...repeated(ids).map((id) => `${name}: two relationships ${id}`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `${name}: ${id} is no relationship`),
    ...linked.filter(({ id }) => !used.includes(id)).map(({ id }) => `${name}: link ${id} is not used`),
    ...relations.flatMap(({ target, isExternal, type }) => {
      if (!isExternal) return files.has(target) ? [] : [`${name}: leads to ${target}, which is no part`];
      return type === 'hyperlink' && /^https?:\/\//i.test(target) ? [] : [`${name}: leads outside, to ${target}`];
    }),
    ...(trees.has(relsOf(name)) && relations.length === 0 ? [`${name}: no relationships in their file`] : []),
  ];
}

function lintReach(parts: readonly string[], relations: ReadonlyMap<string, readonly Relation[]>): readonly string[] {
  const reached = new Set<string>(['']);
  for (const name of reached)
    for (const { target, isExternal } of relations.get(name) ?? []) if (!isExternal) reached.add(target);
  return parts.filter((name) => !reached.has(name)).map((name) => `${name}: nothing leads to it`);
}

function lintThemes(relations: ReadonlyMap<string, readonly Relation[]>): readonly string[] {
  const masters = [...relations].filter(([name]) => /Masters\/[^/]*\.xml$/.test(name));
  const themes = masters.flatMap(([, of]) => of.filter(({ type }) => type === 'theme').map(({ target }) => target));
  return [
    ...masters
      .filter(([, of]) => of.filter(({ type }) => type === 'theme').length !== 1)
      .map(([name]) => `${name}: not one theme`),
    ...repeated(themes).map((name) => `${name}: the theme of two masters`),
  ];
}

const shapeNames = ['sp', 'cxnSp', 'graphicFrame', 'pic', 'grpSp'];

function lintSlide(name: string, slide: XmlElement | undefined, relations: readonly Relation[]): readonly string[] {
  const shapes = shapeNames.flatMap((kind) => descendantsOf(slide, kind));
  const byId = new Map(shapes.map((shape) => [attributeOf(propertiesOf(shape), 'id')!, shape]));
  const ids = descendantsOf(slide, 'cNvPr').map((one) => attributeOf(one, 'id')!);
  const times = descendantsOf(slide, 'cTn').map((one) => attributeOf(one, 'id')!);
  const builds = descendantsOf(slide, 'bldP');
  const effects = descendantsOf(slide, 'cTn').filter((one) => attributeOf(one, 'presetID'));
  const say = (text: string): string => `${name}: ${text}`;
  return [
    ...repeated(ids).map((id) => say(`two shapes ${id}`)),
    ...repeated(times).map((id) => say(`two times ${id}`)),
    ...[...descendantsOf(slide, 'spTgt'), ...builds]
      .map((one) => attributeOf(one, 'spid')!)
      .filter((id) => !byId.has(id))
      .map((id) => say(`shape ${id} moves, and is none`)),
    ...builds
      .filter((one) => !childOf(byId.get(attributeOf(one, 'spid')!), 'txBody'))
      .map((one) => say(`shape ${attributeOf(one, 'spid')} is built, and has no text`)),
    ...effects.flatMap((effect) => lintEffect(effect, builds).map(say)),
    ...(slide ? lintClicks(slide) : []).map(say),
    ...shapes.flatMap((shape) => [...lintAlt(shape), ...lintSize(shape), ...lintGlue(shape, byId)]).map(say),
    ...descendantsOf(slide, 'grpSp').map(() => say('a group')),
    ...(relations.filter(({ type }) => type === 'slideLayout').length === 1 ? [] : [say('not one layout')]),
    ...(relations.filter(({ type }) => type === 'notesSlide').length <= 1 ? [] : [say('two notes')]),
  ];
}

const propertiesOf = (shape: XmlElement | undefined): XmlElement | undefined =>
  childOf(
    childrenOf(shape).find(({ name }) => /:nv\w+Pr$/.test(name)),
    'cNvPr',
  );

/** A shape with a text is in the list of builds. */
function lintEffect(effect: XmlElement, builds: readonly XmlElement[]): readonly string[] {
  const id = attributeOf(descendantsOf(effect, 'spTgt')[0], 'spid');
  const isBuilt = builds.some((one) => attributeOf(one, 'spid') === id);
  return isBuilt === (attributeOf(effect, 'grpId') !== undefined) ? [] : [`shape ${id} is not built as it appears`];
}

/** The first effect of a click waits for it, the others come with it. */
function lintClicks(slide: XmlElement): readonly string[] {
  const main = descendantsOf(slide, 'cTn').find((one) => attributeOf(one, 'nodeType') === 'mainSeq');
  return childrenOf(childOf(main, 'childTnLst')).flatMap((click, index) => {
    const types = descendantsOf(click, 'cTn').flatMap((one) => attributeOf(one, 'nodeType') ?? []);
    const isRight = types.every((type, at) => type === (at === 0 ? 'clickEffect' : 'withEffect')) && types.length > 0;
    return isRight ? [] : [`click ${index + 1} has ${types.join(', ') || 'no effect'}`];
  });
}

function lintAlt(shape: XmlElement): readonly string[] {
  const properties = propertiesOf(shape);
  const nonVisual = childrenOf(shape)[0];
  if (childOf(nonVisual, 'nvPr', 'ph')) return [];
  const isText = attributeOf(childOf(nonVisual, 'cNvSpPr'), 'txBox') === '1';
  const hasText = descendantsOf(childOf(shape, 'txBody'), 't').length > 0;
  const said = attributeOf(properties, 'descr') ?? '';
  const isDecorative = descendantsOf(properties, 'decorative').some((one) => attributeOf(one, 'val') === '1');
  if (isDecorative && said !== '') return [`shape ${attributeOf(properties, 'id')} is decorative, and says something`];
  return said !== '' || isDecorative || (isText && hasText)
    ? []
    : [`shape ${attributeOf(properties, 'id')} has no alt text`];
}

function lintSize(shape: XmlElement): readonly string[] {
  const ext = childOf(shape, 'spPr', 'xfrm', 'ext') ?? childOf(shape, 'xfrm', 'ext');
  if (!ext) return [];
  const isRight = ['cx', 'cy'].every((name) => Number(attributeOf(ext, name)) >= 0);
  return isRight ? [] : [`shape ${attributeOf(propertiesOf(shape), 'id')} has no size`];
}

/** EMU: what rounding may move. */
const NEAR = 2;

function lintGlue(shape: XmlElement, byId: ReadonlyMap<string, XmlElement>): readonly string[] {
  const locks = childOf(shape, 'nvCxnSpPr', 'cNvCxnSpPr');
  const id = attributeOf(propertiesOf(shape), 'id');
  return (['stCxn', 'endCxn'] as const).flatMap((end) => {
    const glue = childOf(locks, end);
    if (!glue) return [];
    const to = byId.get(attributeOf(glue, 'id')!);
    if (!to) return [`connector ${id} is glued to no shape`];
    const site = sitesOf(to)[Number(attributeOf(glue, 'idx'))];
    if (!site) return [`connector ${id} is glued to a site that its shape lacks`];
    const place = endOf(shape, end === 'stCxn');
    const off = Math.max(Math.abs(place[0] - site[0]), Math.abs(place[1] - site[1]));
    return off <= NEAR ? [] : [`connector ${id} is ${off} EMU from its site`];
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly cx: number;
  readonly cy: number;
}

const boxOf = (shape: XmlElement): Box => {
  const xfrm = childOf(shape, 'spPr', 'xfrm');
  const number = (child: string, name: string): number => Number(attributeOf(childOf(xfrm, child), name));
  return { x: number('off', 'x'), y: number('off', 'y'), cx: number('ext', 'cx'), cy: number('ext', 'cy') };
};

function endOf(connector: XmlElement, isStart: boolean): readonly [number, number] {
  const { x, y, cx, cy } = boxOf(connector);
  const is = (name: string): boolean => attributeOf(childOf(connector, 'spPr', 'xfrm'), name) === '1';
  return [x + (isStart === is('flipH') ? cx : 0), y + (isStart === is('flipV') ? cy : 0)];
}

/** The sites of a shape, in EMU of the slide. */
export function sitesOf(shape: XmlElement): readonly (readonly [number, number])[] {
  const { x, y, cx, cy } = boxOf(shape);
  const form = childOf(shape, 'spPr', 'custGeom');
  const values = new Map<string, number>(
    Object.entries({ l: 0, t: 0, r: cx, b: cy, w: cx, h: cy, hc: cx / 2, vc: cy / 2 }),
  );
  const valueOf = (name: string): number => values.get(name) ?? Number(name);
  for (const guide of childrenOf(childOf(form, 'gdLst'))) {
    const [operator, ...names] = attributeOf(guide, 'fmla')!.split(' ');
    const [one = 0, two = 0, three = 0] = names.map(valueOf);
    values.set(attributeOf(guide, 'name')!, operator === '*/' ? (one * two) / three : one + two - three);
  }
  const sites = childrenOf(childOf(form, 'cxnLst')).map((site) => {
    const pos = childOf(site, 'pos');
    return [x + valueOf(attributeOf(pos, 'x')!), y + valueOf(attributeOf(pos, 'y')!)] as const;
  });
  return form
    ? sites
    : [
        [x + cx / 2, y],
        [x, y + cy / 2],
        [x + cx / 2, y + cy],
        [x + cx, y + cy / 2],
      ];
}

export const textIn = (element: XmlElement | undefined): string =>
  descendantsOf(element, 't')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('');

export function titleOf(slide: XmlElement | undefined): string {
  const title = descendantsOf(slide, 'sp').find((shape) =>
    /^(?:ctrT|t)itle$/.test(attributeOf(childOf(shape, 'nvSpPr', 'nvPr', 'ph'), 'type') ?? ''),
  );
  return textIn(title);
}

function lintTitles(slides: readonly string[], trees: ReadonlyMap<string, XmlElement>): readonly string[] {
  const titles = slides.map((name) => titleOf(trees.get(name)));
  return [
    ...slides.filter((_, index) => titles[index]!.trim() === '').map((name) => `${name}: no title`),
    ...repeated(titles).map((title) => `two slides are called ${title}`),
  ];
}

function lintPresentation(
  slides: readonly string[],
  presentation: XmlElement | undefined,
  relations: readonly Relation[],
): readonly string[] {
  const listed = childrenOf(childOf(presentation, 'sldIdLst'));
  const ids = listed.map((one) => attributeOf(one, 'id')!);
  const targets = listed.map((one) => relations.find(({ id }) => id === attributeOf(one, 'r:id'))?.target);
  const sections = descendantsOf(presentation, 'section');
  const inSections = sections.flatMap((one) => descendantsOf(one, 'sldId').map((slide) => attributeOf(slide, 'id')!));
  const guids = sections.map((one) => attributeOf(one, 'id')!);
  return [
    ...slides.filter((name) => !targets.includes(name)).map((name) => `${name}: not in the presentation`),
    ...repeated(ids).map((id) => `two slides ${id}`),
    ...ids.filter((id) => Number(id) < 256).map((id) => `a slide has the id ${id}`),
    ...(sections.length === 0 || ids.join() === inSections.join() ? [] : ['sections do not hold the slides in order']),
    ...repeated(guids).map((guid) => `two sections ${guid}`),
    ...guids
      .filter((guid) => !/^\{[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}\}$/.test(guid))
      .map((guid) => `${guid} is no id`),
  ];
}

/** Notes lead to their slide, and this to them. */
function lintNotes(relations: ReadonlyMap<string, readonly Relation[]>): readonly string[] {
  return [...relations].flatMap(([name, of]) => {
    if (!/^ppt\/notesSlides\/[^/]*\.xml$/.test(name)) return [];
    const [slide, master] = ['slide', 'notesMaster'].map((type) => of.find((one) => one.type === type)?.target);
    const back = relations.get(slide ?? '')?.some(({ target }) => target === name) === true;
    return [
      ...(back ? [] : [`${name}: its slide does not lead to it`]),
      ...(master ? [] : [`${name}: no master of notes`]),
    ];
  });
}
