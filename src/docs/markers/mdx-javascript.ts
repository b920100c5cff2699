/**
 * The JavaScript of MDX, with a limit. MDX tries each `}` for the end of an expression, and each blank line for the end of an import
 * or export, and has all of it parsed again each time: the time grows with the square of its length.
 */
import { Parser } from 'acorn';
import type { Expression, Options, Program } from 'acorn';
import acornJsx from 'acorn-jsx';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { Extension } from 'micromark-util-types';
import { mostWastedOnComments, wastedOnComments } from './mdx-comments.js';
import { Refusal, tooMuch } from './refusal.js';

/** Characters that are parsed for one document, again and again. No page written by hand comes near it. */
const MOST_PARSED = 8_000_000;

/** How often a mistake may come again that more text does not mend. Acorn takes `\u{` without its end for one, so not once. */
const MOST_REPEATED = 4;

/** What MDX writes around an attribute that is spread, at most. */
const AROUND = '})'.length;

/** An error of acorn. MDX writes the offset in the document over the one in the expression. */
interface Mistake extends Error {
  pos: number;
  readonly raisedAt: number;
}

/** The syntax of MDX, for one document. */
export const mdxSyntax = (): Extension => mdxjs({ acorn: new LimitedParser() });

const jsx = Parser.extend(acornJsx());

class LimitedParser {
  #parsed = 0;
  #repeated = 0;
  /** Where the mistake was in the expression, and the mistake, which has its offset in the document by now. */
  #last: { readonly at: number; readonly mistake: Mistake } | null = null;

  readonly parse = (text: string, options: Options): Program => this.#limited(text, () => jsx.parse(text, options));

  readonly parseExpressionAt = (text: string, at: number, options: Options): Expression =>
    this.#limited(text, () => {
      const expression = jsx.parseExpressionAt(text, at, options);
      refuseMore(text, expression.end);
      return expression;
    });

  #limited<Node>(text: string, parse: () => Node): Node {
    this.#parsed += text.length + wastedOnComments(text);
    if (this.#parsed > MOST_PARSED) throw tooMuch(this.#last?.mistake.pos ?? 0);
    try {
      const node = parse();
      [this.#last, this.#repeated] = [null, 0];
      return node;
    } catch (error) {
      if (!isMistake(error)) throw error;
      this.#refuseAgain(error, text);
      throw error;
    }
  }

  #refuseAgain(mistake: Mistake, text: string): void {
    const last = this.#last;
    const isSame = last?.at === mistake.pos && mistake.message.startsWith(last.mistake.message);
    this.#repeated = isSame && isFinal(mistake, text) ? this.#repeated + 1 : 0;
    if (last && this.#repeated > MOST_REPEATED)
      throw new Refusal('Could not parse expression with acorn', { offset: last.mistake.pos }, last.mistake);
    this.#last = { at: mistake.pos, mistake };
  }
}

const isMistake = (error: unknown): error is Mistake => error instanceof Error && 'raisedAt' in error;

/** Whether more text does not mend it: it is before the end, and no comment without an end. */
const isFinal = ({ message, raisedAt }: Mistake, text: string): boolean =>
  raisedAt < text.length - AROUND && !message.startsWith('Unterminated comment');

/** As MDX does, but with what tells that it is the same again. A comment up to the end of the line may end in the next one. */
function refuseMore(text: string, end: number): void {
  const more = text.slice(end, -AROUND).trimStart();
  if (more === '' || more.startsWith('/')) return;
  throw Object.assign(new SyntaxError('Unexpected content after expression'), { pos: end, raisedAt: end });
}

/** Throws for a document of which one search for comments would take too long: nothing can stop it. */
export function refuseComments(text: string): void {
  const { offset, wasted } = mostWastedOnComments(text);
  if (wasted > MOST_PARSED) throw tooMuch(offset);
}
