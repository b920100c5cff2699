/** Draws a flow file as Mermaid, and reads it again. */
import type { Diagnostic, Source } from '../../source/index.js';
import type { Redraw } from '../check-nothing-lost.js';
import { wholeOf } from '../passage.js';
import type { ParseMermaid } from './database.js';
import { readMermaid } from './read-mermaid.js';

/** Prints a flow file as Mermaid; null, with the reasons, if that fails. */
export type PrintMermaid = (flow: Source) => {
  readonly mermaid: string | null;
  readonly diagnostics: readonly Diagnostic[];
};

export const redrawFlow =
  (print: PrintMermaid, parse: ParseMermaid): Redraw =>
  async (flow) => {
    const { mermaid, diagnostics } = print(flow);
    if (mermaid === null) return { reasons: diagnostics.map(({ message }) => message) };
    const reading = await readMermaid(parse)(wholeOf({ path: flow.path, text: mermaid }), () => undefined);
    return 'chart' in reading ? reading : { reasons: [reading.message] };
  };
