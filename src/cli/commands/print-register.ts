/** Prints the threats of the flows of projects. */
import { packagedDesign, templatesIn } from '../../design.js';
import type { Design } from '../../design.js';
import { flatWithNotes } from '../../model/index.js';
import type { Flow, Say, ScriptStep } from '../../model/index.js';
import { printThreats, threatRows } from '../../register/index.js';
import type { RegisterFormat, ThreatRow } from '../../register/index.js';
import { inOneLine } from '../../source/index.js';
import { fillStepNumbers, putIntoWords } from '../../words/index.js';
import type { OpenProject } from '../project/index.js';
import { formatTable, printable } from '../terminal/index.js';
import { terminalColumns } from '../world/index.js';
import type { World } from '../world/index.js';

/** Without a format, a table for the terminal. */
export function printRegister(
  projects: readonly OpenProject[],
  format: RegisterFormat | undefined,
  { stdout }: Pick<World, 'stdout'>,
): string {
  // As the names of the columns are, whatever language a flow has.
  const { say } = packagedDesign().wordings('');
  const rows = projects.flatMap(({ flows, design }) => flows.flatMap(({ flow }) => rowsOf(flow, design, say)));
  if (format) return printThreats(rows, format);
  if (rows.length === 0) return '';
  const cells = rows.map(({ flow, number, step, stride, title }) =>
    [flow, number, step, stride, title].map((text) => printable(inOneLine(text))),
  );
  return formatTable(['FLOW', 'NUMBER', 'STEP', 'STRIDE', 'THREAT'], cells, terminalColumns(stdout));
}

/** Steps have the numbers that pictures show. */
function rowsOf(said: Flow, design: Design, say: Say): readonly ThreatRow[] {
  const flow = fillStepNumbers(said, 'picture');
  const script = putIntoWords(flow, 'picture', templatesIn(design, flow.lang));
  const numbers = [...flatWithNotes<ScriptStep>(script.steps)].flatMap((step) =>
    step.kind === 'message' && step.number !== '' ? [[step.step, step.number] as const] : [],
  );
  // Several messages of a redirect may have one id: the first one counts.
  return threatRows(flow, new Map(numbers.reverse()), say);
}
