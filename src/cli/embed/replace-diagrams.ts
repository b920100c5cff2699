/** Replaces each imported diagram by a block of authflow, in the page that it came from. */
import { posix } from 'node:path';
import { documentsOf, openProjects, readDesign } from '../project/index.js';
import { count } from '../terminal/index.js';
import type { World } from '../world/index.js';
import { blockPrefix, embedFlows, emptyBlock, quoteValue } from '../../docs/index.js';
import { embeddable } from '../../render.js';
import type { ImportedFlow } from '../../import/index.js';
import type { Diagnostic, Source } from '../../source/index.js';
import { openCitations } from './cite-flows.js';
import { readDocument, writeDocument } from './documents.js';

export interface PlacedFlow {
  readonly imported: ImportedFlow;
  /** The flow file, relative to the working folder. */
  readonly path: string;
}

interface Replaced {
  readonly diagnostics: readonly Diagnostic[];
  /** `docs/login.md: 2 diagrams replaced`; null where none was. */
  readonly line: string | null;
}

/** Writes the page once, with all of its blocks, or not at all. */
export async function replaceDiagrams(page: Source, flows: readonly PlacedFlow[], world: World): Promise<Replaced> {
  const document = readDocument(page.path, world);
  if (!('file' in document)) return { diagnostics: [document], line: null };
  const { projects, diagnostics } = await openProjects({ paths: [page.path], options: {} }, world, documentsOf);
  const [project] = projects;
  const { design = null, ...read } = project ? await readDesign(project, world) : { diagnostics: [] };
  if (!project || !design) return { diagnostics: [...diagnostics, ...read.diagnostics], line: null };
  const text = flows.reduceRight((rest, flow) => replaceDiagram(rest, flow, page), page.text);
  const cite = openCitations({ ...project, design }, world)(page.path);
  const embedded = await embedFlows({ path: page.path, text }, cite, embeddable);
  if (embedded.text === null || document.source.text !== page.text)
    return { diagnostics: embedded.diagnostics, line: null };
  const result = await writeDocument(document, embedded.text, world);
  if (typeof result === 'object') return { diagnostics: [...embedded.diagnostics, result], line: null };
  return { diagnostics: embedded.diagnostics, line: `${page.path}: ${count(flows.length, 'diagram')} replaced` };
}

function replaceDiagram(text: string, { imported: { span }, path }: PlacedFlow, page: Source): string {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const [, before = ''] = /^(.*?)(?:`{3,}|~{3,}|:{3,}|<|\{)/.exec(text.slice(span.start)) ?? [];
  const prefix = blockPrefix(before);
  const words = quoteValue(posix.relative(posix.dirname(page.path), path));
  const block = emptyBlock(words, 'markdown').map((line, index) => ((index === 0 ? before : prefix) + line).trimEnd());
  const blank = prefix.trimEnd() + lineBreak;
  // Unlike code, a link definition can't directly follow a paragraph (CommonMark §4.7).
  const above = text.slice(0, span.start).split('\n').at(-2) ?? '';
  const gap = before !== prefix || isBlank(above) ? '' : blank;
  const [, below = ''] = text.slice(span.end).split('\n', 2);
  const after = isBlank(below) ? '' : lineBreak + prefix.trimEnd();
  return text.slice(0, span.start) + gap + block.join(lineBreak) + after + text.slice(span.end);
}

const isBlank = (line: string): boolean => line.replace(/[\s>]/g, '') === '';
