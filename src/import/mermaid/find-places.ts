/** Finds the places of a database's rows and statements in the source. */
import type { Span } from '../../source/index.js';
import { lineSpan, lineStart, offsetInSource } from '../passage.js';
import type { MermaidDatabase, Statement } from './database.js';
import type { SplitDiagram } from './split-diagram.js';

export interface Places {
  /** The first line of the diagram's code. */
  readonly diagram: Span;
  /** A message of the database, by its index. */
  readonly message: (index: number) => Span;
  /** The first statement of a kind, about the given participant, if any. */
  readonly statement: (kind: string, actor?: string) => Span;
  /** Offsets of the lines that declare a participant. */
  readonly declarations: (actor: string) => readonly number[];
}

/** Falls back to the diagram's first line where Mermaid does not give a place. */
export function findPlaces({ statements }: MermaidDatabase, { code }: SplitDiagram): Places {
  const byMessage = new Map(statements.map((statement) => [statement.message, statement]));
  const spanOf = (statement: Statement | undefined): Span =>
    lineSpan(code, statement?.place ? lineStart(code, statement.place.line) : 0);
  return {
    diagram: lineSpan(code, 0),
    message: (index) => spanOf(byMessage.get(index)),
    statement: (kind, actor) =>
      spanOf(statements.find((other) => other.kind === kind && (actor === undefined || other.actor === actor))),
    declarations: (actor) =>
      statements.flatMap(({ kind, actor: declared, place }) =>
        kind === 'addParticipant' && declared === actor && place
          ? [offsetInSource(code, lineStart(code, place.line))]
          : [],
      ),
  };
}

/** The first line of the front matter or of the first directive; otherwise that of the diagram. */
export function headSpan({ headAt, code }: SplitDiagram): Span {
  if (headAt === null) return lineSpan(code, 0);
  const { source } = code;
  const [line = ''] = source.text.slice(headAt).split('\n', 1);
  return { source, start: headAt, end: headAt + line.trimEnd().length };
}
