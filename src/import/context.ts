/** What reading a diagram needs beside its database. */
import type { Report } from '../diagnostic.js';
import type { Span } from '../source.js';
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

/** A participant's name in the flow: Mermaid's id as drawn, but for what would be a variable. */
export const participantName = (id: string): string => decodeLine(id).replace(/\$\{(\w+)\}/g, '$1');
