/** Texts that go on behind a `#`, where Mermaid reads a comment. */
import type { Diagnostic } from '../source/index.js';
import type { SplitDiagram } from './split-diagram.js';

/** Words right behind the mark, at the end of a statement, are seldom meant as a comment. */
export const findCutTexts = ({ comments, code: { source } }: SplitDiagram): readonly Diagnostic[] =>
  comments.flatMap(({ text, offset, isTrailing }): readonly Diagnostic[] => {
    if (!isTrailing || !/\S/.test(source.text[offset + 1] ?? '')) return [];
    return [
      {
        code: 'mermaid-comment',
        severity: 'warning',
        message: `Mermaid takes ${JSON.stringify(`#${text}`)} for a comment, and does not draw it`,
        span: { source, start: offset, end: offset + 1 + text.length },
        hint: /\b(?:box|rect)\s*$/i.test(source.text.slice(0, offset))
          ? 'write a colour by name, or as rgb(…)'
          : 'write #35; for a "#" that is text',
      },
    ];
  });
