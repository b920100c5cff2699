/** The kinds of files that folders and globs are searched for. */
import { documentEndings, documentKind } from '../../docs/index.js';
import { diagramEndings, isDiagramFile, notations } from '../../import/index.js';

/** A named file is always taken, whatever its kind. */
export interface FileKind {
  readonly fits: (file: string) => boolean;
  /** Whether a folder with this name is searched. */
  readonly isSearched: (folder: string) => boolean;
  /** `flow file` */
  readonly name: string;
  /** The hint if no file is found. */
  readonly hint: string;
}

/** Files that begin with `_`, and those in shared/, are includes. */
export const flowFiles: FileKind = {
  fits: (file) =>
    /[\\/](?!authflow\.config\.)[^._\\/][^\\/]*\.ya?ml$/.test(file) && !/[\\/]shared[\\/][^\\/]*$/.test(file),
  isSearched: (folder) => !/^(shared|node_modules|[._].*)$/.test(folder),
  name: 'flow file',
  hint: 'flow files end in .yaml or .yml; names that start with "_" and folders named "shared" are for includes',
};

export const documentFiles: FileKind = {
  fits: (file) => documentKind(file) !== null,
  isSearched: (folder) => !/^(?:node_modules|\..*)$/.test(folder),
  name: 'document',
  hint: `they end in ${documentEndings.join(', ')}`,
};

export const diagramFiles: FileKind = {
  fits: isDiagramFile,
  isSearched: documentFiles.isSearched,
  name: `${[...notations.map(({ name }) => name), 'Markdown'].join(', ')} or AsciiDoc file`,
  hint: `they end in ${diagramEndings.slice(0, -1).join(', ')} or ${diagramEndings.at(-1) ?? ''}`,
};
