/** Pairs the marks of an author's inline Markdown as CommonMark does: emphasis in emphasis, and in links. */
import { linkAddress } from '../inline.js';
import type { InlinePiece } from '../inline.js';

export type InlineNode =
  /** Shown as it is. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  /** `&nbsp;` */
  | { readonly kind: 'entity'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly nodes: readonly InlineNode[] }
  | { readonly kind: 'strong' | 'emphasis'; readonly nodes: readonly InlineNode[] };

/** Neighbouring texts and codes are joined. */
export const nestInline = (pieces: readonly InlinePiece[]): readonly InlineNode[] =>
  pairRuns(pairLinks(readTokens(pieces)));

/** A run of `*` or `_` (CommonMark §6.2). */
interface Run {
  readonly kind: 'run';
  readonly mark: string;
  /** The number of marks that are not paired yet. */
  readonly left: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

type Token =
  InlineNode | Run | { readonly kind: 'bracket'; readonly text: '[' } | Extract<InlinePiece, { kind: 'target' }>;

const autolink = /(?:https?:\/\/|www\.)[^\s<]*[^\s<?!.,:*_~"')\]]/;

const marks = new RegExp(
  String.raw`(${autolink.source})|&#(\d{1,7});|&#x([\da-f]{1,6});|(&[a-z][\da-z]{1,31};)|(\*+|_+)|(\[)|[^]`,
  'gi',
);

function readTokens(pieces: readonly InlinePiece[]): readonly Token[] {
  const tokens = joinMarkdown(pieces).flatMap((piece): readonly Token[] => {
    if (piece.kind === 'link') return [linkTo(piece.url, piece.text)];
    if (piece.kind !== 'markdown') return [piece];
    return [...piece.text.matchAll(marks)].map(([all, url, decimal, hex, entity, run, bracket]): Token => {
      if (url !== undefined) return linkTo(url.startsWith('w') ? `http://${url}` : url, url);
      if (decimal ?? hex)
        return { kind: 'text', text: characterOf(decimal ? Number(decimal) : parseInt(hex ?? '', 16)) };
      if (entity !== undefined) return { kind: 'entity', text: entity };
      if (run !== undefined) return { kind: 'run', mark: run.charAt(0), left: run.length, opens: false, closes: false };
      return bracket === undefined ? { kind: 'text', text: all } : { kind: 'bracket', text: '[' };
    });
  });
  return tokens.map((token, index) =>
    token.kind === 'run' ? flank(token, edgeOf(tokens[index - 1], -1), edgeOf(tokens[index + 1], 0)) : token,
  );
}

/** An address may continue in the next piece. */
function joinMarkdown(pieces: readonly InlinePiece[]): readonly InlinePiece[] {
  const joined: InlinePiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind !== 'markdown' || last?.kind !== 'markdown') joined.push(piece);
    else joined.splice(-1, 1, { kind: 'markdown', text: last.text + piece.text });
  }
  return joined;
}

const linkTo = (url: string, text: string): InlineNode => ({ kind: 'link', url, nodes: [{ kind: 'text', text }] });

/** CommonMark §2.5. */
const characterOf = (code: number): string =>
  code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);

/** The first or last character of a token; a space at the end of the line. */
function edgeOf(token: Token | undefined, at: 0 | -1): string {
  if (!token) return ' ';
  if (token.kind === 'text' || token.kind === 'entity') return Array.from(token.text).at(at) ?? ' ';
  return token.kind === 'run' ? token.mark : '`';
}

/** CommonMark §6.2: a run opens before text that follows directly, and closes after text that precedes directly. */
function flank(run: Run, before: string, after: string): Run {
  const isSpace = (character: string): boolean => /\s/.test(character);
  const isMark = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);
  const isLeft = !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before));
  const isRight = !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after));
  if (run.mark === '*') return { ...run, opens: isLeft, closes: isRight };
  return { ...run, opens: isLeft && (!isRight || isMark(before)), closes: isRight && (!isLeft || isMark(after)) };
}

/** The text from a destination to the parenthesis that ends the link; it may have a title. */
const linkEnd = /(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/y;

/** CommonMark §6.3. A bracket that begins no link is text. */
function pairLinks(tokens: readonly Token[]): readonly (InlineNode | Run)[] {
  const endAfter = openLinkEnds(tokens);
  const out: Token[] = [];
  /** Where the brackets stand that may begin a link. */
  const brackets: number[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const open = token.kind === 'target' || isText(token, ']') ? brackets.pop() : undefined;
    const end = token.kind === 'target' && open !== undefined ? endAfter(at) : null;
    if (token.kind === 'target' && end !== null) {
      const nodes = pairRuns(withoutBrackets(out.splice(open ?? 0).slice(1)));
      out.push({ kind: 'link', url: token.url, nodes });
      // A link contains no other link.
      brackets.length = 0;
      at = end;
    } else {
      if (token.kind === 'bracket') brackets.push(out.length);
      out.push(...(token.kind === 'target' ? unlinked(token) : [token]));
    }
  }
  return withoutBrackets(out);
}

/** Finds the last token of a link by that of its destination; null if the link does not end. */
function openLinkEnds(tokens: readonly Token[]): (target: number) => number | null {
  const sources = tokens.map(sourceOf);
  const source = sources.join('');
  const ends: number[] = [];
  for (const { length } of sources) ends.push((ends.at(-1) ?? 0) + length);
  return (target) => {
    linkEnd.lastIndex = ends[target] ?? 0;
    if (!linkEnd.test(source)) return null;
    let last = target + 1;
    while ((ends[last] ?? Infinity) < linkEnd.lastIndex) last += 1;
    return last;
  };
}

/** A destination without a link text. An address still becomes a link. */
const unlinked = ({ url }: Extract<InlinePiece, { kind: 'target' }>): readonly InlineNode[] => [
  { kind: 'text', text: '](' },
  /^https?:\/\//.test(url) ? linkTo(url, url) : { kind: 'text', text: linkAddress(url) },
];

const isText = (token: Token, text: string): boolean => token.kind === 'text' && token.text === text;

const withoutBrackets = (tokens: readonly Token[]): readonly (InlineNode | Run)[] =>
  tokens.map((token) =>
    token.kind === 'bracket' || token.kind === 'target' ? { kind: 'text', text: sourceOf(token) } : token,
  );

/** The token's Markdown source, as far as a link's title may contain it. */
function sourceOf(token: Token | undefined): string {
  if (token?.kind === 'text' || token?.kind === 'entity' || token?.kind === 'bracket') return token.text;
  if (token?.kind === 'run') return token.mark.repeat(token.left);
  return token?.kind === 'target' ? `](${token.url}` : '\0';
}

/** CommonMark §6.2, "process emphasis". */
function pairRuns(tokens: readonly (InlineNode | Run)[]): readonly InlineNode[] {
  const out: (InlineNode | Run)[] = [];
  const openers = new Openers();
  for (const token of tokens) {
    let closer: Run | null = token.kind === 'run' ? token : null;
    while (closer?.closes) {
      const opener = openers.takeFor(closer);
      if (!opener) break;
      const size = opener.run.left >= 2 && closer.left >= 2 ? 2 : 1;
      const nodes = mergeNodes(out.splice(opener.at).slice(1));
      const before = without(opener.run, size);
      if (before) openers.add(before, out.push(before) - 1);
      out.push({ kind: size === 2 ? 'strong' : 'emphasis', nodes });
      closer = without(closer, size);
    }
    const left = token.kind === 'run' ? closer : token;
    if (!left) continue;
    out.push(left);
    if (left.kind === 'run') openers.add(left, out.length - 1);
  }
  return mergeNodes(out);
}

const without = (run: Run, size: number): Run | null => (run.left > size ? { ...run, left: run.left - size } : null);

interface Opener {
  readonly run: Run;
  /** Its index among the nodes. */
  readonly at: number;
}

/** The runs that may open emphasis, so that none is asked twice by closers of one kind ("openers_bottom" in CommonMark). */
class Openers {
  readonly #stack: Opener[] = [];
  /** By the kind of a closer: how many of the lowest don't pair with it. */
  readonly #refused = new Map<string, number>();

  add(run: Run, at: number): void {
    if (run.opens) this.#stack.push({ run, at });
  }

  /** The nearest that pairs with the closer; it is taken away, with all behind it. */
  takeFor(closer: Run): Opener | null {
    const kind = `${closer.mark}${closer.opens}${closer.left % 3}`;
    const refused = this.#refused.get(kind) ?? 0;
    for (let index = this.#stack.length - 1; index >= refused; index -= 1) {
      const opener = this.#stack[index];
      if (!opener || !isPair(opener.run, closer)) continue;
      this.#stack.length = index;
      for (const [other, count] of this.#refused) this.#refused.set(other, Math.min(count, index));
      return opener;
    }
    this.#refused.set(kind, this.#stack.length);
    return null;
  }
}

/** By the rule of three, `*a**b*` is one emphasis. Like micromark, this counts the remaining marks. */
const isPair = (opener: Run, closer: Run): boolean =>
  opener.mark === closer.mark &&
  opener.opens &&
  ((!opener.closes && !closer.opens) || closer.left % 3 === 0 || (opener.left + closer.left) % 3 !== 0);

/** Turns unpaired runs into text. */
function mergeNodes(nodes: readonly (InlineNode | Run)[]): readonly InlineNode[] {
  const merged: InlineNode[] = [];
  for (const node of nodes) {
    const next: InlineNode = node.kind === 'run' ? { kind: 'text', text: sourceOf(node) } : node;
    const last = merged.at(-1);
    const isSame = next.kind === last?.kind && (next.kind === 'text' || next.kind === 'code');
    if (isSame && 'text' in last) merged.splice(-1, 1, { kind: next.kind, text: last.text + next.text });
    else if (!('text' in next) || next.text !== '') merged.push(next);
  }
  return merged;
}
