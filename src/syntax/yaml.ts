/** Reads YAML text into nodes. */
import { parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { findMergeConflict, mergeConflict } from '../source/index.js';
import type { Diagnostic, Source, Span } from '../source/index.js';
import { controlCharacter, findControlCharacter } from './characters.js';
import { defaultLimits, tooDeep, tooLarge } from './limits.js';
import type { Limits } from './limits.js';
import { lostBracket } from './lost-texts.js';
import type { Node } from './node.js';
import { explainYamlError } from './yaml-errors.js';
import { NodeConverter, Unreadable } from './yaml-nodes.js';

export { defaultLimits } from './limits.js';
export type { Limits } from './limits.js';

interface YamlFile {
  /** Null where the file is not YAML, or empty. */
  readonly root: Node | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** YAML 1.2, whatever a file's %YAML directive says: 1.1 reads `no` as false, and dates not as text. */
const yamlOptions = {
  schema: 'core',
  resolveKnownTags: false,
  merge: false,
  // Duplicate keys are found later, where both places are known.
  uniqueKeys: false,
  prettyErrors: false,
} as const;

/** Reads YAML 1.2 (core schema). Only the first syntax error is reported, because the others mostly follow from it. */
export function readYaml(source: Source, limits: Limits = defaultLimits): YamlFile {
  const refused = refuse(source, limits);
  if (refused) return { root: null, diagnostics: [refused] };
  // To YAML, CR alone is a line break (§5.4), but not to the package. Offsets stay.
  const document = parseDocument(source.text.replace(/\r(?!\n)/g, '\n'), yamlOptions);
  const mistake = firstMistake(source, document, limits);
  if (mistake) return { root: null, diagnostics: [mistake] };

  const diagnostics: Diagnostic[] = [];
  const converter = new NodeConverter(source, limits, (diagnostic) => diagnostics.push(diagnostic));
  try {
    return { root: converter.convert(document.contents, 0, startOf(source)), diagnostics };
  } catch (stop) {
    if (stop instanceof Unreadable) return { root: null, diagnostics: [...diagnostics, stop.diagnostic] };
    throw stop;
  }
}

const startOf = (source: Source): Span => ({ source, start: 0, end: 0 });

/** Refuses files before their YAML is read. */
function refuse(source: Source, limits: Limits): Diagnostic | null {
  const { length } = source.text;
  if (length > limits.size) return tooLarge(length, limits, startOf(source));
  const conflict = findMergeConflict(source);
  if (conflict) return mergeConflict(conflict);
  const at = findControlCharacter(source.text);
  return at === -1 ? null : controlCharacter(source.text.charCodeAt(at), { source, start: at, end: at + 1 });
}

function firstMistake(source: Source, document: Document.Parsed, limits: Limits): Diagnostic | null {
  // Warnings of the yaml package (an unknown tag, an unknown directive) count as errors here.
  const first = document.errors[0] ?? document.warnings[0];
  if (!first) return document.contents === null ? emptyFile(source) : null;
  // The package's own stack ran out.
  if (first.code === 'RESOURCE_EXHAUSTION') {
    return tooDeep(limits, { source, start: first.pos[0], end: first.pos[0] + 1 });
  }
  // An unclosed quote swallows the rest of the file, so other errors only follow from it.
  const unclosed = document.errors.find(({ code, message }) => code === 'MISSING_CHAR' && message.includes('quote'));
  const quote = unclosed ? openQuote(document, unclosed.pos[0]) : null;
  if (unclosed && quote !== null && quote <= first.pos[0]) return explainYamlError(source, unclosed, quote);
  return lostBracket(document, first.pos[0], source) ?? explainYamlError(source, first, null);
}

const emptyFile = (source: Source): Diagnostic => ({
  code: 'yaml-syntax',
  severity: 'error',
  message: 'the file is empty',
  span: startOf(source),
  hint: '"authflow init" writes a flow to start from',
});

/** Where an unclosed quoted text begins; null for another error. */
function openQuote(document: Document.Parsed, end: number): number | null {
  let start: number | null = null;
  visit(document, {
    Scalar(_key, node) {
      const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      if (isQuoted && node.range && node.range[0] < end && node.range[1] >= end) start = node.range[0];
    },
  });
  return start;
}
