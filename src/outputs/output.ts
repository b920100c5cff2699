/** A row of the table of outputs (src/render.ts), and what it needs to make an output. */
import type { Design } from '../design.js';
import type { SceneThemes } from '../picture/index.js';
import type { Embedding } from '../docs/index.js';
import type { EmbeddedFonts, EmbedRequest, Excerpt, Flow, Paper } from '../model/index.js';
import type { PaintRequest, Scene, SlideRoom, SlideScene } from '../scene/index.js';
import type { Report } from '../source/index.js';
import type { PictureRequest, Stamp } from '../stamp/index.js';
import type { Templates } from '../template/index.js';
import type { MakeOptions } from './make-options.js';

/** `text`: one UTF-8 file, printed from the flow alone. `bytes`: any number of files of any kind. */
export type Output = TextOutput | BytesOutput;

interface OutputBase {
  /** The name of its files in help and tables: `<id>.svg`. */
  readonly files: string;
  readonly about: string;
  /** How the command line asks for it: by a value of `--format`, or by an option of its own. */
  readonly askedBy: 'format' | 'slides';
  /** Other names that `--format` accepts. */
  readonly aliases?: readonly string[];
  /** The file extensions that select this output after `--output`. */
  readonly endings: readonly string[];
  /** What follows the flow's id in its file names. An id contains no dot, so no two flows share a file. */
  readonly suffix: RegExp;
  /** What proves that a file is current: a line of the folder's manifest, or a stamp inside the file. */
  readonly proof: 'manifest' | 'stamp';
  /** A gallery links to the flow's file with the lowest number; null for no link. */
  readonly galleryRank: number | null;
}

export interface TextOutput extends OutputBase {
  readonly content: 'text';
  /** Whether a flow is rendered to it by default. */
  readonly isDefault: (flow: Flow) => boolean;
  /** How a block of a document shows it, and a description of that; null where no block can. */
  readonly embed: (Embedding & { readonly about: string }) | null;
  readonly path: (flow: Flow) => string;
  /** UTF-8, LF, with a final line break; null after a reported error. */
  readonly print: (making: Making) => string | null;
  /** Whether it can be quoted: put between Markdown fences, or behind comment marks. */
  readonly isQuotable: boolean;
}

export interface BytesOutput extends OutputBase {
  readonly content: 'bytes';
  /** Plans the work for one flow, and reports what prevents it. Needs no browser. */
  readonly plan: (making: Making) => readonly Job[];
}

/** What the makers of one flow's outputs share. */
export interface Making {
  readonly flow: Flow;
  readonly options: MakeOptions;
  readonly design: Design;
  /** With the words of the flow's language. */
  readonly templates: Templates;
  /** What trust zones are called, by name. */
  readonly zoneNames: () => ReadonlyMap<string, string>;
  readonly report: Report;
  /** The Mermaid in a theme preset (default: that of the options or the flow). Made once per theme. */
  readonly mermaid: (theme?: string) => string | null;
  /** The flow as a picture of its own; null after a reported error. */
  readonly scene: (themes: SceneThemes) => Scene | null;
  /** A part of it, after `scene` has reported what is wrong. Null where that reported an error. */
  readonly sceneOf: (excerpt: Excerpt, themes: SceneThemes) => Scene | null;
  /** The same, cut into parts that fit on paper: files of their own, or the pages of a PDF; null after a reported error. */
  readonly parts: (themes: SceneThemes, paper: Paper) => readonly Scene[] | null;
  /** The slides of a deck, without titles; null after a reported error. */
  readonly slides: (themes: SceneThemes, room: SlideRoom) => readonly SlideScene[] | null;
  /** The fonts that the theme asks for; undefined where it leaves them to whoever draws the diagram. */
  readonly fontFamily: (theme?: string) => string | undefined;
  /** The text diagram. Made once. */
  readonly text: () => string;
}

/** A job that makes one or several files. */
export interface Job {
  /** The main file, relative to the output folder: messages and progress name it. */
  readonly path: string;
  /** The stamp that the file will have; null for an output without one, which the manifest proves. */
  readonly stamp: Stamp | null;
  readonly needs: 'nothing' | 'canvas' | 'browser';
  /** Whether the manifest lists its files. */
  readonly isListed: boolean;
  /** The main file, where it could be made at once; null where that takes a browser or a package. */
  readonly content: string | null;
  /** Rejects with what {@link Drawing} throws. */
  readonly make: (drawing: Drawing) => Promise<readonly Made[]>;
}

/** A file, relative to the output folder. */
export interface Made {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What takes a browser or an optional package; provided by the caller. */
export interface Drawing {
  /** Cuts fonts down to the letters of a picture. */
  readonly embed: (request: EmbedRequest) => Promise<EmbeddedFonts>;
  /** Scenes as a picture in pixels or for print. */
  readonly paintScenes: (request: PaintRequest) => Promise<Uint8Array>;
  /** A diagram as a picture. */
  readonly render: (request: PictureRequest) => Promise<Uint8Array>;
}
