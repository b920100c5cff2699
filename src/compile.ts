/** The pipeline, from a flow file to artifacts; reads as a table of contents. Pure: no file, no process, no console. */
import type { Diagnostic } from './diagnostic.js';
import type { Flow } from './model/flow.js';
import type { Source } from './source.js';
import type { Templates } from './template/engine.js';

/** The text formats. Pictures are made from the Mermaid by src/raster/. */
export type Format = 'mermaid' | 'text' | 'page';

/** What a flow renders to: a value that a command writes, compares or embeds. */
export interface Artifact {
  readonly format: Format;
  /** Relative to the output folder: `client-credentials.mmd`. */
  readonly path: string;
  /** UTF-8, LF, with a final line break. */
  readonly content: string;
}

export interface CompileOptions {
  /** Values of variables, over the file's (`--set`). */
  readonly set?: Readonly<Record<string, string>>;
  /** Reads a file that a flow names (`include`, `extends`); null where there is none. */
  readonly readSource?: (path: string) => Source | null;
}

export interface Compiled {
  /** Null where an error stands in the way. */
  readonly flow: Flow | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface RenderOptions {
  /** Default: mermaid and text, and page where the flow has one. */
  readonly formats?: readonly Format[];
  /** A theme preset in place of the flow's own. */
  readonly theme?: string;
  readonly charset?: 'unicode' | 'ascii';
  /** Columns of the text diagram. */
  readonly width?: number;
  /** From {@link loadTemplates}; default: the packaged ones. */
  readonly templates?: Templates;
}

export interface Rendered {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks one flow file. A user's mistakes come back as diagnostics, all at once; nothing is thrown for them. */
export function compileFlow(source: Source, options: CompileOptions = {}): Compiled {
  throw new Error(`not built yet: ${source.path} ${Object.keys(options).length}`);
}

/** Renders a flow to each format that is asked for. */
export function renderFlow(flow: Flow, options: RenderOptions = {}): Rendered {
  throw new Error(`not built yet: ${flow.id} ${Object.keys(options).length}`);
}

/**
 * Checks a user's templates and lays them over the packaged ones, file by file. A source's path is relative to the
 * templates folder and ends in `.hbs`: `mermaid/message.hbs`.
 */
export function loadTemplates(overrides: readonly Source[]): {
  templates: Templates;
  diagnostics: readonly Diagnostic[];
} {
  throw new Error(`not built yet: ${overrides.length}`);
}
