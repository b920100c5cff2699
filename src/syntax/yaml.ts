/** YAML text to nodes: the only place that knows the yaml package. */
import { isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node as YamlNode, Scalar, YAMLMap } from 'yaml';
import type { Diagnostic, Report } from '../diagnostic.js';
import type { Source, Span } from '../source.js';
import type { Entry, Node, ScalarNode } from './node.js';
import { findControlCharacter, nameCharacter } from './characters.js';
import { explainYamlError } from './yaml-errors.js';

/** What one file may cost; beyond it the file is refused. */
export interface Limits {
  /** UTF-16 units of one file. */
  readonly size: number;
  /** Nodes after aliases are expanded: what stops an alias bomb. */
  readonly nodes: number;
  /** How deep mappings and lists nest. */
  readonly depth: number;
}

export const defaultLimits: Limits = { size: 2_000_000, nodes: 500_000, depth: 100 };

export interface YamlFile {
  /** Null where the file is no YAML, or empty. */
  readonly root: Node | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads YAML 1.2 (core schema). Of syntax errors only the first is reported: the others are mostly its echoes. */
export function readYaml(source: Source, limits: Limits = defaultLimits): YamlFile {
  const refused = refuse(source, limits);
  if (refused) return { root: null, diagnostics: [refused] };
  const document = parseOrRefuse(source);
  if (document === null) return { root: null, diagnostics: [tooDeep(wholeFile(source), limits.depth)] };
  const [error] = document.errors;
  if (error) {
    const quote = openQuote(document, error.pos[0]);
    return { root: null, diagnostics: [explainYamlError(source, error, quote)] };
  }
  if (document.contents === null) return { root: null, diagnostics: [emptyFile(source)] };

  const diagnostics: Diagnostic[] = [];
  const converter = new Converter(source, document, limits, (diagnostic) => diagnostics.push(diagnostic));
  try {
    return { root: converter.convert(document.contents, 0), diagnostics };
  } catch (stop) {
    if (stop instanceof LimitReached) return { root: null, diagnostics: [...diagnostics, stop.diagnostic] };
    throw stop;
  }
}

/** Where the quoted text begins that an error at its end says is not closed; null where it is another error. */
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

function refuse(source: Source, limits: Limits): Diagnostic | null {
  if (source.text.length > limits.size) {
    const [has, may] = [source.text.length, limits.size].map((size) => size.toLocaleString('en'));
    return {
      code: 'file-size',
      severity: 'error',
      message: `the file has ${has ?? ''} characters; a flow file may have ${may ?? ''}`,
      span: { source, start: 0, end: 0 },
      hint: 'split the flow, or raise the limit with --limit size=N',
    };
  }
  const at = findControlCharacter(source.text);
  return at === -1 ? null : controlCharacter(source.text.charCodeAt(at), { source, start: at, end: at + 1 });
}

function controlCharacter(code: number, span: Span): Diagnostic {
  return {
    code: 'control-character',
    severity: 'error',
    message: `the character ${nameCharacter(code)} can't be drawn`,
    span,
    hint: 'remove it',
  };
}

function parseOrRefuse(source: Source): Document.Parsed | null {
  try {
    // Duplicate keys are found here below, where both places are known.
    return parseDocument(source.text, { uniqueKeys: false, prettyErrors: false, stringKeys: false });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const wholeFile = (source: Source): Span => ({ source, start: 0, end: 0 });

const emptyFile = (source: Source): Diagnostic => ({
  code: 'yaml-syntax',
  severity: 'error',
  message: 'the file is empty',
  span: wholeFile(source),
  hint: '"authflow init" writes a flow to start from',
});

const tooDeep = (span: Span, depth: number): Diagnostic => ({
  code: 'nesting-depth',
  severity: 'error',
  message: `mappings and lists nest deeper than ${depth} levels`,
  span,
  hint: 'flatten the steps, or raise the limit with --limit depth=N',
});

class LimitReached extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}

class Converter {
  #nodes = 0;

  constructor(
    readonly source: Source,
    readonly document: Document.Parsed,
    readonly limits: Limits,
    readonly report: Report,
  ) {}

  convert(node: YamlNode | null, depth: number, fallback?: Span): Node {
    const span = this.spanOf(node, fallback);
    this.#nodes += 1;
    if (this.#nodes > this.limits.nodes) throw new LimitReached(this.tooMany(span));
    if (depth > this.limits.depth) throw new LimitReached(tooDeep(span, this.limits.depth));
    if (isAlias(node)) return this.convertAlias(node.source, node.resolve(this.document), depth, span);
    if (isMap(node)) return this.convertMap(node as YAMLMap.Parsed, depth, span);
    if (isSeq(node)) {
      return { kind: 'list', items: node.items.map((item) => this.convert(item as YamlNode, depth + 1, span)), span };
    }
    return isScalar(node) ? this.convertScalar(node, span) : { kind: 'scalar', value: null, text: '', span };
  }

  private spanOf(node: YamlNode | null, fallback?: Span): Span {
    const [start = 0, end = 0] = node?.range ?? [fallback?.start, fallback?.end];
    return { source: this.source, start, end };
  }

  private convertAlias(name: string, target: YamlNode | undefined, depth: number, span: Span): Node {
    if (target) return this.convert(target, depth + 1);
    this.report({
      code: 'yaml-syntax',
      severity: 'error',
      message: `no anchor &${name} stands before this alias`,
      span,
      hint: `to write the text, quote it: "*${name}"`,
    });
    return { kind: 'scalar', value: null, text: '', span };
  }

  private convertMap(map: YAMLMap.Parsed, depth: number, span: Span): Node {
    const entries = new Map<string, Entry>();
    for (const pair of map.items) {
      const key = this.convert(pair.key, depth + 1, span);
      if (key.kind !== 'scalar') {
        this.report({
          code: 'yaml-syntax',
          severity: 'error',
          message: 'a key must be a text',
          span: key.span,
          hint: 'to write ${NAME} or braces as a text, quote it: "${NAME}"',
        });
        continue;
      }
      const first = entries.get(key.text);
      const at = { ...span, start: key.span.end, end: key.span.end };
      const value = this.convert(pair.value, depth + 1, at);
      if (first) this.report(duplicateKey(key, first.key));
      else entries.set(key.text, { key, value });
    }
    return { kind: 'map', entries: [...entries.values()], span };
  }

  private convertScalar(scalar: Scalar, span: Span): ScalarNode {
    const value = scalar.value as ScalarNode['value'] | bigint;
    const plain = scalar.type === 'PLAIN' && typeof value !== 'string';
    const text = value === null ? '' : plain ? (scalar.source ?? String(value)) : String(value);
    const at = findControlCharacter(text);
    if (at !== -1) this.report(controlCharacter(text.charCodeAt(at), span));
    return { kind: 'scalar', value: typeof value === 'bigint' ? Number(value) : value, text, span };
  }

  private tooMany(span: Span): Diagnostic {
    return {
      code: 'alias-expansion',
      severity: 'error',
      message: `the file has more than ${this.limits.nodes.toLocaleString('en')} values once its aliases are expanded`,
      span,
      hint: 'use fewer aliases, or raise the limit with --limit nodes=N',
    };
  }
}

function duplicateKey(key: ScalarNode, first: ScalarNode): Diagnostic {
  return {
    code: 'unique-keys',
    severity: 'error',
    message: `${JSON.stringify(key.text)} stands twice in this mapping`,
    span: key.span,
    hint: 'rename or remove one of them',
    related: [{ message: 'first defined here', span: first.span }],
  };
}
