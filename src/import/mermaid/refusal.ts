/** Diagrams that Mermaid refuses. */
import type { Diagnostic } from '../../source/index.js';
import { lineSpan, lineStart } from '../passage.js';
import type { Refusal } from './database.js';
import { refusalHint } from './refusal-hint.js';
import type { SplitDiagram } from './split-diagram.js';

/** The name in the parser (jison). */
const END_OF_INPUT = "got '1'";

export function explainRefusal({ message, line }: Refusal, { code }: SplitDiagram): Diagnostic {
  const lines = code.text.trimEnd().split('\n');
  const at = Math.min(line ?? 0, lines.length - 1);
  const isOver = message.endsWith(END_OF_INPUT);
  return {
    code: 'mermaid-syntax',
    severity: 'error',
    message: `Mermaid can't read this diagram: ${inOneLine(message)}`,
    span: lineSpan(code, lineStart(code, at)),
    hint: refusalHint(lines[at] ?? '', isOver),
  };
}

/** Removes Mermaid's excerpt of the line, because authflow prints its own, and cuts a long list of expected tokens. */
function inOneLine(message: string): string {
  const said = /Expecting .*$/s.exec(message)?.[0] ?? message;
  const [first = ''] = said.split('\n', 1);
  return first
    .trimEnd()
    .replace(/^(Expecting (?:'[^']*', ){6})(?:'[^']*', )+(?=got )/, '$1…, ')
    .replace(/^Expecting/, 'expecting')
    .replace(END_OF_INPUT, 'got the end of the diagram');
}
