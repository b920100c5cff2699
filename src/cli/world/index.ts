export { exitCodeOf, exitCodes, exitCodeWords, UsageError, worstOf } from './exit-code.js';
export type { CommandCode, ExitCode } from './exit-code.js';
export { codeOf, explainFileError, explainMissing, explainNoFolder, explainSystemError } from '../../files/index.js';
export { fileDiagnostic } from './file-error.js';
export { MermaidFailure } from './mermaid-parser.js';
export { processWorld } from './process-world.js';
export { isTaken, isThere, statsOf, terminalColumns, textIfThere } from './world.js';
export type { Files, Manual, OpenRasterizer, Output, Watcher, World } from './world.js';
