/** Describes a flow in sentences: as a text, or for a document in Markdown or AsciiDoc. */
import { describeFlow, outlineOf } from '../description/index.js';
import { asciidocDialect, markdownDialect } from '../page/index.js';
import { putIntoWords } from '../words/index.js';
import type { Making } from './output.js';

export const describe = ({ flow, options, templates, zoneNames }: Making): ReturnType<typeof describeFlow> =>
  describeFlow(
    flow,
    putIntoWords(flow, 'alt', templates, { excerpt: options.excerpt ?? null, zoneNames: zoneNames() }),
    templates.wording.say,
  );

export interface MarkupDescription {
  /** What it is, on one line. */
  readonly summary: string;
  readonly text: string;
}

/** In the markup of `options.asciidoc`, else in Markdown. */
export function describeInMarkup(making: Making): MarkupDescription {
  const { say } = making.templates.wording;
  const { asciidoc } = making.options;
  const { participants, steps } = outlineOf(describe(making), say);
  const { paragraph, sentences } = asciidoc ? asciidocDialect(asciidoc.mermaid) : markdownDialect;
  const words = (name: string): string => paragraph([{ kind: 'text', text: say(name) }]);
  const listed = (name: string, list: typeof steps): readonly string[] =>
    list.length > 0 ? [words(name), sentences(list)] : [];
  return {
    summary: words('in-sentences'),
    text: [...listed('participants', participants), ...listed('steps', steps)].join('\n\n'),
  };
}
