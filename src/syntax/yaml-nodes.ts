/** Converts the yaml package's nodes to our own: expands aliases; checks unique keys, characters and limits. */
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Node as YamlNode, Pair, Scalar, YAMLMap } from 'yaml';
import { withLineFeeds } from '../source/index.js';
import type { Diagnostic, Report, Source, Span } from '../source/index.js';
import { controlCharacter, findControlCharacter } from './characters.js';
import { depthLimit, tooDeep, tooMany } from './limits.js';
import type { Limits } from './limits.js';
import { lostText } from './lost-texts.js';
import { scalarNode } from './node.js';
import type { Entry, Node, ScalarNode } from './node.js';

/** A node with an anchor, converted once for all of its aliases, and the cost of each alias. */
interface Anchored {
  readonly node: Node;
  readonly nodes: number;
  readonly characters: number;
  readonly height: number;
}

/** Thrown where a file can't be read further: a limit is exceeded, or its YAML makes no sense. */
export class Unreadable extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}

export class NodeConverter {
  #nodes = 0;
  #characters = 0;
  /** The deepest level so far of the anchored node that is being converted. */
  #deepest = 0;
  /** By anchor; null while the anchored node itself is being converted. */
  readonly #anchors = new Map<string, Anchored | null>();

  constructor(
    readonly source: Source,
    readonly limits: Limits,
    readonly report: Report,
  ) {}

  /** Throws Unreadable. `fallback`: the place of a missing node, such as the value of `key:`. */
  convert(node: YamlNode | null, depth: number, fallback: Span): Node {
    const [start = fallback.start, end = fallback.end] = node?.range ?? [];
    const span = { source: this.source, start, end };
    this.spend(1, 0, depth, span);
    if (isAlias(node)) return this.convertAlias(node.source, depth, span);
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
    return anchor === undefined ? this.convertOwn(node, depth, span) : this.convertAnchored(anchor, node, depth, span);
  }

  private convertOwn(node: YamlNode | null, depth: number, span: Span): Node {
    if (isMap(node)) return this.convertMap(node as YAMLMap<YamlNode, YamlNode | null>, depth, span);
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => this.convertValue(item as YamlNode, null, depth, span) ?? []);
      return { kind: 'list', items, span };
    }
    return isScalar(node) ? this.convertScalar(node, depth, span) : { kind: 'scalar', value: null, text: '', span };
  }

  private convertAnchored(anchor: string, node: YamlNode | null, depth: number, span: Span): Node {
    const before = { nodes: this.#nodes - 1, characters: this.#characters, deepest: this.#deepest };
    this.#anchors.set(anchor, null);
    this.#deepest = depth;
    const converted = this.convertOwn(node, depth, span);
    this.#anchors.set(anchor, {
      node: converted,
      nodes: this.#nodes - before.nodes,
      characters: this.#characters - before.characters,
      height: this.#deepest - depth,
    });
    this.#deepest = Math.max(this.#deepest, before.deepest);
    return converted;
  }

  private convertAlias(name: string, depth: number, span: Span): Node {
    const target = this.#anchors.get(name);
    if (target) {
      this.spend(target.nodes, target.characters, depth + target.height, span);
      return target.node;
    }
    const message =
      target === null
        ? `*${name} is inside the value that it refers to`
        : `there is no anchor &${name} before this alias`;
    throw syntaxError(message, span, `if it is a text, quote it: "*${name}"`);
  }

  private convertMap(map: YAMLMap<YamlNode, YamlNode | null>, depth: number, span: Span): Node {
    const own = new Map<string, Entry>();
    const merged = new Map<string, Entry>();
    for (const pair of map.items) {
      const entry = this.convertPair(pair, depth, span);
      const first = own.get(entry.key.text);
      if (isMergeKey(pair.key)) for (const other of mergedEntries(entry)) merged.set(other.key.text, other);
      else if (first) this.report(duplicateKey(entry.key, first.key));
      else own.set(entry.key.text, entry);
    }
    return { kind: 'map', entries: [...new Map([...merged, ...own]).values()], span };
  }

  private convertPair(pair: Pair<YamlNode, YamlNode | null>, depth: number, span: Span): Entry {
    const key = this.convert(pair.key, depth + 1, span);
    if (key.kind !== 'scalar') {
      throw syntaxError('a key must be a text', key.span, 'quote ${NAME} or other texts with braces: "${NAME}"');
    }
    const fallback = { ...key.span, start: key.span.end };
    return { key, value: this.convertValue(pair.value, key, depth, fallback) ?? scalarNode('', fallback) };
  }

  /** A text that YAML takes for a comment is reported, and read as it was meant; null in a list, where it may be a comment. */
  private convertValue(node: YamlNode | null, key: ScalarNode | null, depth: number, fallback: Span): Node | null {
    const lost = lostText(node, key, this.source);
    if (lost) this.report(lost.diagnostic);
    const read = this.convert(node, depth + 1, fallback);
    if (!lost?.whole) return read;
    return key && scalarNode(lost.whole.text, lost.whole.span);
  }

  private convertScalar(scalar: Scalar, depth: number, span: Span): ScalarNode {
    const value = scalar.value as ScalarNode['value'];
    const asWritten = scalar.type === 'PLAIN' && typeof value !== 'string' ? scalar.source : undefined;
    const text = value === null ? '' : withLineFeeds(asWritten ?? String(value));
    this.spend(0, text.length, depth, span);
    const at = findControlCharacter(text);
    if (at !== -1) this.report(controlCharacter(text.charCodeAt(at), span));
    return { kind: 'scalar', value: typeof value === 'string' ? text : value, text, span };
  }

  private spend(nodes: number, characters: number, depth: number, span: Span): void {
    this.#nodes += nodes;
    this.#characters += characters;
    this.#deepest = Math.max(this.#deepest, depth);
    if (this.#nodes > this.limits.nodes) throw new Unreadable(tooMany('values', this.limits, span));
    if (this.#characters > this.limits.size) throw new Unreadable(tooMany('characters', this.limits, span));
    if (depth > depthLimit(this.limits)) throw new Unreadable(tooDeep(this.limits, span));
  }
}

/** `<<: *base`, of YAML 1.1: not a part of 1.2, but in wide use. */
function isMergeKey(key: YamlNode): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.value === '<<';
}

/** The entries of the mappings that a merge key names; if several have a key, the first takes precedence. */
function mergedEntries({ key, value }: Entry): readonly Entry[] {
  const maps = value.kind === 'list' ? value.items.toReversed() : [value];
  return maps.flatMap((map) => {
    if (map.kind === 'map') return map.entries;
    throw syntaxError(
      '"<<" takes a mapping, or a list of them',
      key.span,
      'write "<<: *name", where &name marks a mapping',
    );
  });
}

function syntaxError(message: string, span: Span, hint: string): Unreadable {
  return new Unreadable({ code: 'yaml-syntax', severity: 'error', message, span, hint });
}

function duplicateKey(key: ScalarNode, first: ScalarNode): Diagnostic {
  return {
    code: 'unique-keys',
    severity: 'error',
    message: `duplicate key ${JSON.stringify(key.text)} in this mapping`,
    span: key.span,
    hint: 'rename or remove one of them',
    related: [{ message: 'first defined here', span: first.span }],
  };
}
