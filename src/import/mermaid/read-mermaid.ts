/** Reads Mermaid's sequence diagrams with Mermaid's own parser, which is passed in. */
import type { Diagnostic } from '../../source/index.js';
import type { Notation, Read } from '../reader.js';
import type { ParseMermaid } from './database.js';
import { findPlaces, headSpan } from './find-places.js';
import type { ChartRow } from '../chart.js';
import { readChart } from './read-chart.js';
import { darkContrast, readTheme } from './read-config.js';
import { explainRefusal } from './refusal.js';
import { diagramKind, isSequenceDiagram, splitDiagram } from './split-diagram.js';
import type { SplitDiagram } from './split-diagram.js';

export const mermaidNotation: Notation = {
  name: 'Mermaid',
  endings: ['.mmd', '.mermaid'],
  words: ['mermaid'],
  keyword: 'sequenceDiagram',
  isDiagram: isSequenceDiagram,
  kindOf: diagramKind,
  lossCode: 'mermaid-import',
};

export const readMermaid =
  (parse: ParseMermaid): Read =>
  async (diagram, tell) => {
    const split = splitDiagram(diagram);
    const database = await parse({ head: split.head, code: split.code.text, title: split.title });
    if (database.refused) return explainRefusal(database, split);
    const places = findPlaces(database, split);
    const chart = readChart(database, places, tell);
    return {
      chart,
      begin: places.diagram,
      comments: split.comments,
      theme: readTheme(database.config, headSpan(split), chart.rows.some(isLaidOut), tell),
      darkContrast: darkContrast(database),
      notices: findCutTexts(split),
    };
  };

/** Whether a note has indented lines. */
const isLaidOut = (row: ChartRow): boolean =>
  (row.kind === 'note' ? [row.text] : row.kind === 'message' ? row.notes : []).some((text) => /\n[ \t]+\S/.test(text));

/**
 * Finds texts that were cut at a `#`, where Mermaid begins a comment: words directly after the `#`, at the end of a
 * statement, are seldom meant as a comment.
 */
const findCutTexts = ({ comments, code: { source } }: SplitDiagram): readonly Diagnostic[] =>
  comments.flatMap(({ text, offset, isTrailing }): readonly Diagnostic[] => {
    if (!isTrailing || !/\S/.test(source.text[offset + 1] ?? '')) return [];
    return [
      {
        code: 'mermaid-comment',
        severity: 'warning',
        message: `Mermaid takes ${JSON.stringify(`#${text}`)} for a comment and does not draw it`,
        span: { source, start: offset, end: offset + 1 + text.length },
        hint: /\b(?:box|rect)\s*$/i.test(source.text.slice(0, offset))
          ? 'write a colour by name, or as rgb(…)'
          : 'write #35; for a "#" that is text',
      },
    ];
  });
