/** Templates by hand: the least that PowerPoint opens, and variants of it. */
import { strToU8, zipSync } from 'fflate';

const xmlns =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const presentationml = 'application/vnd.openxmlformats-officedocument.presentationml';
const tree = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';

const rels = (...entries: readonly (readonly [id: string, type: string, target: string, mode?: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(
      ([id, type, target, mode]) =>
        `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
    )
    .join('')}</Relationships>`;

const title = (properties: string, style = ''): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>${properties}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle>${style}</a:lstStyle><a:p/></p:txBody></p:sp>`;

const box = (x: number, y: number, cx: number, cy: number): string =>
  `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>`;

const color = (name: string, value: string): string => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const format = `<a:fmtScheme name="x"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln>${fill}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`;

/** A brand of yellow on navy: no accent can be read on white. */
const colors = [
  color('dk1', '001B3A') + color('lt1', 'FFFFFF') + color('dk2', '0B3D91') + color('lt2', 'EEEEEE'),
  ...['FFC000', 'FFD966', '92D050', 'F4B183', 'FF5050', 'BFBFBF'].map((value, index) =>
    color(`accent${index + 1}`, value),
  ),
  color('hlink', '0563C1') + color('folHlink', '954F72'),
].join('');

const fonts = '<a:latin typeface="Georgia"/><a:ea typeface=""/><a:cs typeface=""/>';

const map = (ground: 'lt' | 'dk'): string => {
  const ink = ground === 'lt' ? 'dk' : 'lt';
  const accents = [1, 2, 3, 4, 5, 6].map((number) => `accent${number}="accent${number}"`).join(' ');
  return `<p:clrMap bg1="${ground}1" tx1="${ink}1" bg2="${ground}2" tx2="${ink}2" ${accents} hlink="hlink" folHlink="folHlink"/>`;
};

export interface MadeTemplate {
  readonly main?: string;
  readonly ground?: 'lt' | 'dk';
  readonly size?: readonly [cx: number, cy: number];
  /** The title's place in the layout; '' for the master's. */
  readonly titleBox?: string;
  readonly titleSize?: number;
  /** Of the layout. */
  readonly type?: string;
  /** Further shapes of the layout, and its further relationships. */
  readonly shapes?: string;
  readonly relations?: readonly (readonly [id: string, type: string, target: string, mode?: string])[];
  readonly hasTitle?: boolean;
  readonly more?: Readonly<Record<string, string>>;
}

/** Its own slide has notes that no deck may have. */
export function filesOfTemplate({
  main = `${presentationml}.template.main+xml`,
  ground = 'lt',
  size = [12_192_000, 6_858_000],
  titleBox = '',
  titleSize = 4400,
  type = 'titleOnly',
  shapes = '',
  relations = [],
  hasTitle = true,
  more = {},
}: MadeTemplate = {}): Readonly<Record<string, string>> {
  const overrides = Object.entries({
    'ppt/presentation.xml': main,
    'ppt/slides/slide1.xml': `${presentationml}.slide+xml`,
    'ppt/slideMasters/slideMaster1.xml': `${presentationml}.slideMaster+xml`,
    'ppt/slideLayouts/slideLayout1.xml': `${presentationml}.slideLayout+xml`,
    'ppt/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
  });
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="png" ContentType="image/png"/>${overrides.map(([part, of]) => `<Override PartName="/${part}" ContentType="${of}"/>`).join('')}</Types>`,
    '_rels/.rels': rels(['rId1', 'officeDocument', 'ppt/presentation.xml'], ['rId2', 'thumbnail', 'thumbnail.png']),
    'thumbnail.png': '',
    'ppt/presentation.xml': `<p:presentation ${xmlns}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="${size[0]}" cy="${size[1]}"/><p:notesSz cx="6858000" cy="9144000"/><p:custShowLst><p:custShow name="Old" id="0"><p:sldLst><p:sld r:id="rId2"/></p:sldLst></p:custShow></p:custShowLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': rels(
      ['rId1', 'slideMaster', 'slideMasters/slideMaster1.xml'],
      ['rId2', 'slide', 'slides/slide1.xml'],
      ['rId3', 'theme', '/ppt/theme/theme1.xml'],
    ),
    'ppt/slides/slide1.xml': `<p:sld ${xmlns}><p:cSld><p:spTree>${tree}${title('').replace('<a:p/>', '<a:p><a:r><a:t>Old slide</a:t></a:r></a:p>')}</p:spTree></p:cSld></p:sld>`,
    'ppt/slides/_rels/slide1.xml.rels': rels(['rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml']),
    'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster ${xmlns}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${tree}${title(box(609_600, 304_800, size[0] - 1_219_200, 914_400))}</p:spTree></p:cSld>${map(ground)}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr><a:defRPr sz="${titleSize}"/></a:lvl1pPr></p:titleStyle><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>`,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': rels(
      ['rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['rId2', 'theme', '../theme/theme1.xml'],
    ),
    'ppt/slideLayouts/slideLayout1.xml': `<p:sldLayout ${xmlns} type="${type}"><p:cSld name="Only"><p:spTree>${tree}${hasTitle ? title(titleBox) : ''}${shapes}</p:spTree></p:cSld></p:sldLayout>`,
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': rels(
      ['rId1', 'slideMaster', '../slideMasters/slideMaster1.xml'],
      ...relations,
    ),
    'ppt/theme/theme1.xml': `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Brand"><a:themeElements><a:clrScheme name="Brand">${colors}</a:clrScheme><a:fontScheme name="Brand"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme>${format}</a:themeElements></a:theme>`,
    ...more,
  };
}

export const zipped = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])), {
    mtime: new Date(1980, 0, 1),
  });

export const madeTemplate = (how: MadeTemplate = {}): Uint8Array => zipped(filesOfTemplate(how));

/** A shape of the layout with a link, and a picture beside the deck. */
export const linkedShape = (id: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="7" name="Logo"><a:hlinkClick r:id="${id}"/></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${box(0, 0, 9525, 9525)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`;
