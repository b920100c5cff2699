/** Adds an empty block to a document. */
import { posix } from 'node:path';
import { fileDiagnostic, isThere, UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import { documentKind, emptyBlock, findBlocks, quoteValue, readWords } from '../../docs/index.js';
import type { Diagnostic, Source } from '../../source/index.js';

/** `words`: a flow, relative to the working folder, and the attributes of the block. */
export async function addBlock(source: Source, words: string, world: World): Promise<Source | Diagnostic> {
  const cited = citeFrom(source.path, words, world);
  const { blocks } = await findBlocks(source);
  if (blocks.some(({ begin }) => begin.words === cited)) {
    return fileDiagnostic('existing-block', source.path, 'already has this block', 'embed updates it without --new');
  }
  const kind = documentKind(source.path) ?? 'markdown';
  const lineBreak = source.text.includes('\r\n') ? '\r\n' : '\n';
  const lines = emptyBlock(cited, kind);
  const gap =
    source.text === ''
      ? ''
      : source.text.slice(source.text.trimEnd().length).includes('\n')
        ? lineBreak
        : lineBreak.repeat(2);
  return { path: source.path, text: source.text + gap + lines.map((line) => line + lineBreak).join('') };
}

function citeFrom(document: string, words: string, world: World): string {
  const [first] = readWords(words);
  if (first?.value !== null) throw new UsageError('--new: begin with a flow, as in "flows/login.yaml format=text"');
  const isFile = isThere(posix.join(world.cwd, first.name), world);
  const flow = isFile ? posix.relative(posix.dirname(document), first.name) : first.name;
  return `${quoteValue(flow)}${words.trim().slice(first.name.length)}`;
}
