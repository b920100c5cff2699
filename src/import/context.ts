/** What reading a diagram needs beside its database. */
import type { Report, Span } from '../source/index.js';
import { decodeLine } from './decode.js';

/** Where things stand in the source. */
export interface Places {
  /** The first line of the diagram's code. */
  readonly diagram: Span;
  /** A message of the database, by its index. */
  readonly message: (index: number) => Span;
  /** The first statement of a kind, about a participant where one is named. */
  readonly statement: (kind: string, actor?: string) => Span;
}

export interface ChartContext {
  readonly places: Places;
  readonly report: Report;
}

/** Reports what a flow can't say. */
export function tellLoss({ report }: ChartContext, message: string, span: Span): void {
  report({ code: 'mermaid-import', severity: 'warning', message, span });
}

export const wrapLoss = 'the lines that Mermaid breaks by "wrap" are not broken';

/** Whether the configuration asks Mermaid to break all long lines. */
export function wrapsAll({ wrap, sequence }: Readonly<Record<string, unknown>>): boolean {
  const isSet = typeof sequence === 'object' && sequence !== null && 'wrap' in sequence && sequence.wrap === true;
  return isSet || wrap === true;
}

/** A participant's name in the flow: Mermaid's id as drawn, but for what would be a variable. */
export const participantName = (id: string): string => decodeLine(id).replace(/\$\{(\w+)\}/g, '$1');
