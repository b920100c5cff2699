/** Draws scenes in pixels and for print. */
import { openFontSet } from '../fonts/index.js';
import type { FontFile, OwnFont } from '../fonts/index.js';
import type { ReportNotice } from '../peers/index.js';
import type { Font, Painted, PaintedPage, PaintRequest } from '../scene/index.js';
import { differenceOf } from './difference.js';
import { loadCanvas } from './load-canvas.js';
import type { CanvasModule } from './load-canvas.js';
import { paintPdf } from './paint-pdf.js';
import { paintPng } from './paint-png.js';
import type { Pen } from './pen.js';

export interface CanvasOptions {
  /** The folder of the packaged fonts. */
  readonly folder: string;
  /** Of the user. */
  readonly fonts: readonly OwnFont[];
  /** Gets a line for people. */
  readonly report: ReportNotice;
}

export interface Canvas {
  readonly paintScenes: (request: PaintRequest) => Promise<Painted>;
  /** The largest difference of two PNGs in a channel of a pixel, from 0 to 255; null where their sizes differ. */
  readonly differenceOf: (one: Uint8Array, other: Uint8Array) => Promise<number | null>;
}

/** The most pixels of a side, as of pictures by Mermaid: readers of PNGs refuse more, and it is 1 GB of memory at most. */
const MOST_PIXELS = 16_384;

/** @throws RasterFailure `missing-package` */
export async function openCanvas({ folder, fonts, report }: CanvasOptions): Promise<Canvas> {
  const canvas = await loadCanvas();
  canvas.setTextRenderer('portable');
  const fontSet = openFontSet(folder, fonts);
  const register = registry(canvas);
  const paintScenes: Canvas['paintScenes'] = async ({ id, format, pages, sheet, page, scale, width, background }) => {
    const missing = new Set<string>();
    const penOf = ({ scene, faces }: PaintedPage): Omit<Pen, 'context'> => {
      const families = new Map<string, string>();
      for (const face of faces) {
        const chosen = fontSet.choose(face, scene.fonts[face.font]);
        chosen.files.forEach(register);
        chosen.missing.forEach((letter) => missing.add(letter));
        const names = [...new Set(chosen.files.map(({ family }) => `"${family}"`))];
        families.set(keyOf(face.font, face.isBold), names.join(','));
      }
      return {
        colorOf: (token) => {
          const color = scene.colors[token];
          if (color === undefined) throw new Error(`no colour is called ${token}`);
          return color[page];
        },
        familiesOf: (font, isBold) => families.get(keyOf(font, isBold)) ?? '',
        trace: (context, { d }, what) => {
          const path = new canvas.Path2D(d);
          if (what === 'fill') context.fill(path);
          else context.stroke(path);
        },
      };
    };
    const paint = async (): Promise<Uint8Array> => {
      if (format === 'pdf') return paintPdf(canvas, { pages, sheet, penOf, background });
      const [first] = pages;
      const { scene } = first;
      const asked = width === undefined ? scale : width / scene.width;
      const most = MOST_PIXELS / Math.max(scene.width, scene.height);
      if (asked > most) report(`${id}: too large for a PNG at scale ${round(asked)}; drawn at ${round(most)}`);
      return paintPng(canvas, scene, { pen: penOf(first), scale: Math.min(asked, most), background });
    };
    const bytes = await paint();
    return { bytes, missing: [...missing] };
  };
  return { paintScenes, differenceOf: (one, other) => differenceOf(canvas, one, other) };
}

const keyOf = (font: Font, isBold: boolean): string => `${font} ${isBold}`;

const round = (scale: number): number => Math.round(scale * 100) / 100;

/** Registers each file once: the canvas keeps fonts for the whole process. */
function registry({ GlobalFonts }: CanvasModule): (file: FontFile) => void {
  return ({ family, key, content }) => {
    if (registered.has(key)) return;
    if (GlobalFonts.register(content, family) === null) throw new Error(`the canvas can't read the font ${family}`);
    registered.add(key);
  };
}

const registered = new Set<string>();
