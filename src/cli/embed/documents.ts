/** Reads documents, and writes them only if nobody changed them meanwhile. */
import { resolve } from 'node:path';
import { writeNamed } from '../output/index.js';
import type { WriteResult } from '../output/index.js';
import { changedMeanwhile, displayPath, documentFiles, readText } from '../project/index.js';
import { explainFileError, fileDiagnostic } from '../world/index.js';
import type { World } from '../world/index.js';
import { documentKind } from '../../docs/index.js';
import { checkSecrets } from '../../secrets/index.js';
import type { SecretOptions } from '../../secrets/index.js';
import { isError } from '../../source/index.js';
import type { Diagnostic, Source } from '../../source/index.js';

export interface Document {
  /** The path, absolute. */
  readonly file: string;
  readonly source: Source;
  readonly bytes: Uint8Array;
}

interface ReadDocuments {
  readonly documents: readonly Document[];
  /** The paths of all documents that were read. */
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `files`: absolute. Documents with secrets are reported and left out. */
export function readDocuments(
  files: readonly string[],
  world: World,
  options: Pick<SecretOptions, 'samples'> = {},
): ReadDocuments {
  const results = files.map((file) => {
    const result = readDocument(file, world);
    return 'file' in result
      ? { document: result, diagnostics: checkSecrets(result.source, options).filter(isProblem) }
      : { document: null, diagnostics: [result] };
  });
  return {
    documents: results.flatMap(({ document, diagnostics }) =>
      document && !diagnostics.some(isError) ? [document] : [],
    ),
    paths: files.map((file) => displayPath(file, world)),
    diagnostics: results.flatMap(({ diagnostics }): readonly Diagnostic[] => diagnostics),
  };
}

/** An example token is not a problem. */
const isProblem = ({ severity }: Diagnostic): boolean => severity !== 'info';

/** `path` may be absolute. */
export function readDocument(path: string, world: World): Document | Diagnostic {
  const file = resolve(world.cwd, path);
  if (documentKind(file) === null) {
    return fileDiagnostic('known-documents', displayPath(file, world), 'is not a document', documentFiles.hint);
  }
  const read = readText(file, world);
  if (!('source' in read)) return read.diagnostic;
  return { file, source: read.source, bytes: read.bytes };
}

/** UTF-8's byte-order mark, which reading removes. */
const BYTE_ORDER_MARK = '\ufeff';

export async function writeDocument(document: Document, text: string, world: World): Promise<WriteResult> {
  const { file, bytes, source } = document;
  try {
    if (!world.files.readFileSync(file).equals(bytes)) return changedMeanwhile(source.path, 'was not written');
  } catch (error) {
    return fileDiagnostic('readable-files', source.path, `can't be read: ${explainFileError(error)}`);
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return writeNamed(file, (hasMark ? BYTE_ORDER_MARK : '') + text, world);
}
