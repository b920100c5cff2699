/** The command line as a function from arguments and a world to an exit code. */
import { commands } from './commands/index.js';
import { parseArguments } from './grammar/index.js';
import type { Invocation } from './grammar/index.js';
import { printConfig } from './project/index.js';
import { printError, printOutcome } from './terminal/index.js';
import { exitCodeOf, exitCodes, explainSystemError, UsageError, worstOf } from './world/index.js';
import type { ExitCode, World } from './world/index.js';
import { openManual } from './manual.js';

/** @param argv without the program and the script */
export async function cli(argv: readonly string[], outside: Omit<World, 'manual'>): Promise<ExitCode> {
  const world = { ...outside, manual: openManual(commands) };
  try {
    const parsed = parseArguments(argv, commands, world);
    return typeof parsed === 'number' ? parsed : await runCommand(parsed, world);
  } catch (thrown) {
    return explainThrown(thrown, world);
  }
}

async function runCommand(invocation: Invocation, world: World): Promise<ExitCode> {
  const run = invocation.options.printConfig ? printConfig : invocation.command.run;
  const outcome = await run(world, invocation);
  printOutcome(outcome, invocation.options.reporter, world);
  return worstOf([...(outcome.codes ?? []), ...outcome.diagnostics.map(exitCodeOf)]);
}

function explainThrown(thrown: unknown, world: World): ExitCode {
  if (thrown instanceof UsageError) {
    printError(thrown.message, world);
    return exitCodes.usage;
  }
  const reason = explainSystemError(thrown);
  if (reason !== null) {
    printError(reason, world);
    return exitCodes.failure;
  }
  const what = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  printError(`internal error in authflow; please report this:\n${what}`, world);
  return exitCodes.failure;
}
