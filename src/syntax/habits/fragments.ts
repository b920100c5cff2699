/** The parts of fragments as Mermaid and PlantUML write them: `alt: label`, `else: label` and `end`, one after the other. */
import type { Entry, MapNode, Node } from '../node.js';

/** A line that begins a fragment, begins a branch, or ends a fragment. */
export interface Part {
  readonly kind: 'open' | 'branch' | 'end';
  /** `alt`, `loop`; of a branch, `else`. */
  readonly word: string;
  readonly label: string;
  readonly node: Node;
  /** The steps that it has itself. */
  readonly steps: Entry | null;
  /** Null for a line of text. */
  readonly entry: Entry | null;
}

const openers = /^(alt|opt|loop|par|critical|break|group|rect)\b(.*)$/is;
const branches = /^(else if|elseif|elif|else|otherwise|and|also|option|or)\b(.*)$/is;
const ends = /^end\b\s*(?:alt|opt|loop|par|critical|break|group|rect|box|note|ref)?$/i;

/** `alt` … also as keys of a mapping; a fragment that is as it should be is no part. */
export function partOf(node: Node): Part | null {
  if (node.kind === 'list') return null;
  if (node.kind === 'scalar') {
    const text = node.text.trim();
    return readHead(text.replace(/:\s*$/, '').replace(/^(\w+):\s+/, '$1 '), '', { node, steps: null, entry: null });
  }
  const [entry] = node.entries;
  if (entry?.value.kind !== 'scalar') return entry?.value.kind === 'list' ? branchWithList(node, entry) : null;
  const steps = node.entries.find(({ key }) => key.text === 'steps') ?? null;
  const part = readHead(entry.key.text.trim(), entry.value.text, { node, steps, entry });
  const isOwnForm = part?.kind === 'open' && !/^(?:alt|par|critical)$/.test(part.word) && part.word === entry.key.text;
  return isOwnForm && steps && branchesIn(node).length === 0 ? null : part;
}

/** `else: [ … ]` beside the steps of a fragment. */
export function branchesIn(node: Node): readonly Part[] {
  if (node.kind !== 'map') return [];
  return node.entries.slice(1).flatMap((entry) => {
    const part = entry.value.kind === 'list' ? readHead(entry.key.text, '', { node, steps: entry, entry }) : null;
    return part?.kind === 'branch' ? [part] : [];
  });
}

/** `else: [ … ]` has its steps as its value. */
function branchWithList(node: MapNode, entry: Entry): Part | null {
  const part = readHead(entry.key.text.trim(), '', { node, steps: entry, entry });
  return part?.kind === 'branch' ? part : null;
}

function readHead(head: string, text: string, rest: Pick<Part, 'node' | 'steps' | 'entry'>): Part | null {
  const [, opener = '', opened = ''] = openers.exec(head) ?? [];
  const [, branch = '', said = ''] = branches.exec(head) ?? [];
  if (opener !== '') return { kind: 'open', word: opener.toLowerCase(), label: labelOf(opened, text), ...rest };
  if (branch !== '') return { kind: 'branch', word: branch.toLowerCase(), label: labelOf(said, text), ...rest };
  return ends.test(head) ? { kind: 'end', word: 'end', label: '', ...rest } : null;
}

/** Mermaid's `[label]` is PlantUML's `label`. */
const labelOf = (head: string, text: string): string => `${head.trim()} ${text}`.trim().replace(/^\[(.*)\]$/s, '$1');
