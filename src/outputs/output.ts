/** What one row of the table of outputs says (src/render.ts), and what its maker gets. */
import type { Design } from '../design.js';
import type { Embedding } from '../docs/index.js';
import type { Flow, Size } from '../model/index.js';
import type { Report } from '../source/index.js';
import type { MeasuredDiagram, PictureRequest, Stamp } from '../stamp/index.js';
import type { MakeOptions } from './make-options.js';

/** `text`: one UTF-8 file, printed from the flow alone. `bytes`: any number of files of any kind. */
export type Output = TextOutput | BytesOutput;

interface OutputBase {
  /** How help and tables call its files: `<id>.svg`. */
  readonly files: string;
  readonly about: string;
  /** What of the command line asks for it: an element of `--format`, or an option of its own. */
  readonly askedBy: 'format' | 'slides';
  /** Other names that `--format` takes. */
  readonly aliases?: readonly string[];
  /** Endings of a file after `--output` that mean this output. */
  readonly endings: readonly string[];
  /** What follows the flow's id in the names of its files. An id holds no dot, so no two flows share a file. */
  readonly suffix: RegExp;
  /** What proves that a file is current: a line of the folder's manifest, or a stamp inside the file. */
  readonly proof: 'manifest' | 'stamp';
  readonly needs: 'nothing' | 'package' | 'browser';
  /** A gallery links to a flow's file with the lowest number; null: to none of these. */
  readonly galleryRank: number | null;
}

export interface TextOutput extends OutputBase {
  readonly content: 'text';
  /** Whether a flow is rendered to it when nobody names formats. */
  readonly isDefault: (flow: Flow) => boolean;
  /** How a block of a document shows it, and the words for that; null where no block can. */
  readonly embed: (Embedding & { readonly about: string }) | null;
  readonly path: (flow: Flow) => string;
  /** UTF-8, LF, with a final line break; null where an error, which is reported, stands in the way. */
  readonly print: (making: Making) => string | null;
  /** Whether it can be quoted: put between Markdown fences, or behind comment marks. */
  readonly isQuotable: boolean;
}

export interface BytesOutput extends OutputBase {
  readonly content: 'bytes';
  /** Plans the work for one flow; what stands in the way is reported. Needs no browser. */
  readonly plan: (making: Making) => readonly Job[];
}

/** What the makers of one flow's outputs share. */
export interface Making {
  readonly flow: Flow;
  readonly options: MakeOptions;
  readonly design: Design;
  readonly report: Report;
  /** The Mermaid in a theme preset (default: the one that the options or the flow name). Made once for each theme. */
  readonly mermaid: (theme?: string) => string | null;
  /** The text diagram. Made once. */
  readonly text: () => string;
}

/** Work that makes one file or several. */
export interface Job {
  /** The file that stands for all, relative to the output folder: messages and progress name it. */
  readonly path: string;
  /** What the file will say that it was made of; null for an output that the manifest proves. */
  readonly stamp: Stamp | null;
  /** Rejects with what {@link Drawing} throws. */
  readonly make: (drawing: Drawing) => Promise<readonly Made[]>;
}

/** A file, relative to the output folder. */
export interface Made {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What draws Mermaid and SVG; the caller brings it. */
export interface Drawing {
  /** A diagram as a picture. */
  readonly render: (request: PictureRequest) => Promise<Uint8Array>;
  /** A diagram as an SVG, with the places of its messages. */
  readonly measure: (request: Omit<PictureRequest, 'format'>) => Promise<MeasuredDiagram>;
  /** An SVG as a PNG of its size in pixels. `id` names it in messages. */
  readonly paint: (id: string, svg: string, size: Size) => Promise<Uint8Array>;
}
