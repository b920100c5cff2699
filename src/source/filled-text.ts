/** The text of a flow file after its variables are filled in. */
import type { Span } from './source.js';

/** A part of a text: as the author typed it, or filled in for a `${NAME}` or a `${step:id}`. */
export type TextPart =
  | { readonly kind: 'literal'; readonly text: string }
  | {
      readonly kind: 'variable';
      readonly name: string;
      /** As shown: the variable's value, or the placeholder. */
      readonly text: string;
      /** False for a placeholder, which code samples look up in the environment. */
      readonly hasValue: boolean;
    }
  | {
      readonly kind: 'step';
      /** The id of the step that is referred to. */
      readonly id: string;
      /** The step's number in the output that shows the text; its words where the output shows no number. */
      readonly text: string;
      /** What the step says, in quotes. */
      readonly words: string;
    };

/** Lines are separated by `\n`. `plain` is always the parts' texts, joined. */
export interface Text {
  readonly plain: string;
  readonly parts: readonly TextPart[];
  /** Absent for a text that authflow derived. */
  readonly span?: Span | undefined;
}

export const emptyText: Text = { plain: '', parts: [] };

export function textOf(plain: string, span?: Span): Text {
  return { plain, parts: plain === '' ? [] : [{ kind: 'literal', text: plain }], span };
}

/** Joins texts and strings into one text, and neighbouring literals into one part. The place is that of the first text. */
export function joinText(...pieces: readonly (Text | string)[]): Text {
  const texts = pieces.map((piece) => (typeof piece === 'string' ? textOf(piece) : piece));
  const parts: TextPart[] = [];
  for (const part of texts.flatMap((text) => text.parts)) {
    const last = parts.at(-1);
    if (last?.kind === 'literal' && part.kind === 'literal')
      parts[parts.length - 1] = { ...last, text: last.text + part.text };
    else parts.push(part);
  }
  return { plain: texts.map((text) => text.plain).join(''), parts, span: texts.find((text) => text.span)?.span };
}

/** The part of a text from one offset of `plain` to another. */
export function sliceText(text: Text, start: number, end: number = text.plain.length): Text {
  let at = 0;
  const parts = text.parts.flatMap((part): TextPart[] => {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, part.text.length)];
    at += part.text.length;
    return from < to ? [{ ...part, text: part.text.slice(from, to) }] : [];
  });
  return { plain: text.plain.slice(start, end), parts, span: text.span };
}
