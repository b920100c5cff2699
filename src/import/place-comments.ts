/** Which part of the flow file each comment stands at. */
import type { Comments, FlowShape } from '../syntax/index.js';
import type { BuiltFlow } from './build-shape.js';
import { participantName } from './context.js';
import type { ChartContext } from './context.js';
import type { MermaidDatabase } from './database.js';
import { lineStart, offsetInSource } from './excerpt.js';
import type { SplitDiagram } from './split-diagram.js';

/** Something that comments can stand at. */
interface Home {
  /** In the source. */
  readonly offset: number;
  readonly made: object;
}

/**
 * A comment goes to what follows it, and one at the end of a line to what is on the line; those before the diagram begins to
 * the top of the file, and those that nothing follows to the end of the steps.
 */
export function placeComments(
  split: SplitDiagram,
  { places }: ChartContext,
  { shape, homes, database }: BuiltFlow & { readonly database: MermaidDatabase },
): Comments {
  const begin = offsetInSource(split.code, 0);
  const steps = homes.map(({ row, made }): Home => ({ offset: places.message(row).start, made }));
  const sorted = [...steps, ...participantHomes(shape, database, split)].sort(
    (one, other) => one.offset - other.offset,
  );
  const placed = new Map<object, string[]>();
  for (const { text, offset, isTrailing } of split.comments) {
    const home = isTrailing
      ? (sorted.findLast((other) => other.offset <= offset) ?? sorted[0])
      : sorted.find((other) => other.offset >= offset);
    const made = offset < begin ? shape : (home?.made ?? shape.steps ?? shape);
    placed.set(made, [...(placed.get(made) ?? []), text]);
  }
  return placed;
}

/** Where participants are declared. */
function participantHomes(
  { participants = [] }: FlowShape,
  { statements }: MermaidDatabase,
  { code }: SplitDiagram,
): readonly Home[] {
  return statements.flatMap(({ kind, actor, place }) => {
    if (kind !== 'addParticipant' || actor === null || place === null) return [];
    const made = participants.find(({ key }) => key.value === participantName(actor));
    return made ? [{ offset: offsetInSource(code, lineStart(code, place.line)), made }] : [];
  });
}
