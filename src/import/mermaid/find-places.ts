/** Where the rows and statements of a database stand in the source. */
import type { Span } from '../../source/index.js';
import { lineSpan, lineStart, offsetInSource } from '../passage.js';
import type { MermaidDatabase, Statement } from './database.js';
import type { SplitDiagram } from './split-diagram.js';

export interface Places {
  /** The first line of the diagram's code. */
  readonly diagram: Span;
  /** A message of the database, by its index. */
  readonly message: (index: number) => Span;
  /** The first statement of a kind, about a participant where one is named. */
  readonly statement: (kind: string, actor?: string) => Span;
  /** Offsets of the lines that declare a participant. */
  readonly declarations: (actor: string) => readonly number[];
}

/** Of what Mermaid does not tell the place, it is the diagram's first line. */
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

/** The front matter's or the first directive's first line; without them the diagram's. */
export function headSpan({ headAt, code }: SplitDiagram): Span {
  if (headAt === null) return lineSpan(code, 0);
  const { source } = code;
  const [line = ''] = source.text.slice(headAt).split('\n', 1);
  return { source, start: headAt, end: headAt + line.trimEnd().length };
}
