/** What a deck without a template stands on. */
import type { Base, PlaceholderBox } from '../base.js';
import { schemeOf } from '../colors/index.js';
import type { Page } from '../colors/index.js';
import { contentTypes, relationTypes, within } from '../package/index.js';
import type { Part } from '../package/index.js';
import type { Palette } from '../../scene/index.js';
import { el } from '../xml/index.js';
import { layoutFile, masterFile } from './master.js';
import type { LayoutSheet } from './master.js';
import { notesMasterFile, notesSize } from './notes-master.js';
import { themeFile } from './theme.js';

export const EMU_PER_PX = 9525;

/** In px, where slides are 720 px high. */
const margin = {
  side: 48,
  title: { top: 24, bottom: 108 },
  body: { top: 136, bottom: 672 },
  coverTitle: { top: 200, bottom: 370 },
  coverBody: { top: 388, bottom: 560 },
} as const;
const sizes = { title: 2600, cover: 4000, subtitle: 2000, body: 2000 } as const;

export interface OwnLook {
  readonly size: { readonly width: number; readonly height: number };
  readonly page: Page;
  /** Of the scenes. */
  readonly colors: Palette;
}

const layoutPart = (number: number): string => `ppt/slideLayouts/slideLayout${number}.xml`;
const themePart = (number: number): string => `ppt/theme/theme${number}.xml`;
const master = 'ppt/slideMasters/slideMaster1.xml';
const notesMaster = 'ppt/notesMasters/notesMaster1.xml';

/** Where everything is, in EMU. */
type Boxes = Readonly<Record<'title' | 'body' | 'coverTitle' | 'coverBody', PlaceholderBox>>;

export function ownBase({ size, page, colors }: OwnLook): Base {
  const unit = (size.height / 720) * EMU_PER_PX;
  const [cx, cy] = [size.width, size.height].map((px) => Math.round(px * EMU_PER_PX)) as [number, number];
  const box = ({ top, bottom }: { readonly top: number; readonly bottom: number }): PlaceholderBox => {
    const x = Math.round(margin.side * unit);
    return { x, y: Math.round(top * unit), cx: cx - 2 * x, cy: Math.round((bottom - top) * unit) };
  };
  const { title, body, coverTitle, coverBody } = margin;
  const boxes = { title: box(title), body: box(body), coverTitle: box(coverTitle), coverBody: box(coverBody) };
  const scheme = schemeOf(colors, page);
  const is43 = cx === 9_144_000 && cy === 6_858_000;
  return {
    size: { cx, cy },
    parts: new Map<string, Part>([
      ...masterParts(boxes, page),
      [themePart(1), { content: themeFile('authflow', scheme, page), type: contentTypes.theme, relationships: [] }],
      ...notesParts(notesMaster, themePart(2)),
    ]),
    presentation: {
      attributes: { saveSubsetFonts: '1' },
      before:
        el('p:sldMasterIdLst', {}, el('p:sldMasterId', { id: 2_147_483_648, 'r:id': 'rId1' })) +
        el('p:notesMasterIdLst', {}, el('p:notesMasterId', { 'r:id': 'rId2' })),
      behind: el('p:sldSz', { cx, cy, type: is43 ? 'screen4x3' : undefined }) + el('p:notesSz', notesSize),
      relationships: [
        within('rId1', relationTypes.master, master),
        within('rId2', relationTypes.notesMaster, notesMaster),
        within('rId3', relationTypes.theme, themePart(1)),
      ],
    },
    layouts: layoutsIn(boxes),
    ...{ scheme, slotNames: {}, isOwn: true, page, notesMaster },
  };
}

function layoutsIn({ title, body, coverTitle, coverBody }: Boxes): Base['layouts'] {
  const titled = { type: 'title', idx: '', box: title, size: sizes.title };
  return {
    diagram: { part: layoutPart(2), title: titled, body: null },
    title: {
      part: layoutPart(1),
      title: { type: 'ctrTitle', idx: '', box: coverTitle, size: sizes.cover },
      body: { type: 'subTitle', idx: '1', box: coverBody, size: sizes.subtitle },
    },
    list: { part: layoutPart(3), title: titled, body: { type: 'body', idx: '1', box: body, size: sizes.body } },
  };
}

function masterParts({ title, body, coverTitle, coverBody }: Boxes, page: Page): readonly (readonly [string, Part])[] {
  const named = { type: 'title', name: 'Title', words: 'Title', box: title } as const;
  const list = { type: 'body', idx: 1, name: 'Text', words: 'Text', box: body, anchor: 't' } as const;
  const cover = {
    type: 'ctrTitle',
    name: 'Title',
    words: 'Title',
    box: coverTitle,
    anchor: 'b',
    size: sizes.cover,
  } as const;
  const below = {
    ...{ type: 'subTitle', idx: 1, name: 'Subtitle', words: 'Subtitle', box: coverBody },
    ...{ anchor: 't' as const, size: sizes.subtitle },
  } as const;
  const layouts: readonly LayoutSheet[] = [
    { type: 'title', name: 'Title Slide', boxes: [cover, below] },
    { type: 'titleOnly', name: 'Title Only', boxes: [named] },
    { type: 'obj', name: 'Title and Content', boxes: [named, list] },
  ];
  const { layout, master: masterType } = contentTypes;
  const ofMaster = [within('rId1', relationTypes.master, master)];
  return [
    ...layouts.map((sheet, index): [string, Part] => [
      layoutPart(index + 1),
      { content: layoutFile(sheet), type: layout, relationships: ofMaster },
    ]),
    [
      master,
      {
        content: masterFile([named, list], page, layouts.length, sizes),
        type: masterType,
        relationships: [
          ...layouts.map((_, index) => within(`rId${index + 1}`, relationTypes.layout, layoutPart(index + 1))),
          within(`rId${layouts.length + 1}`, relationTypes.theme, themePart(1)),
        ],
      },
    ],
  ];
}

/** A master of notes has a theme of its own. */
export const notesParts = (master: string, theme: string): readonly (readonly [string, Part])[] => [
  [
    master,
    {
      content: notesMasterFile(),
      type: contentTypes.notesMaster,
      relationships: [within('rId1', relationTypes.theme, theme)],
    },
  ],
  [theme, { content: themeFile('Notes', schemeOf({}, 'light'), 'light'), type: contentTypes.theme, relationships: [] }],
];
