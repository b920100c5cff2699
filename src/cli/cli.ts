/** The command line as a function: arguments and a world in, an exit code out. */
import { commands } from './commands/commands.js';
import { printConfig } from './project/config/print-config.js';
import { exitCodeOf, exitCodes, worstOf } from './world/exit-code.js';
import type { ExitCode } from './world/exit-code.js';
import { parseArguments } from './grammar/program.js';
import { openManual } from './manual.js';
import type { Invocation } from './grammar/program.js';
import { printError, printOutcome } from './terminal/print-outcome.js';
import { UsageError } from './world/usage-error.js';
import type { World } from './world/world.js';

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
  await printOutcome(outcome, invocation.options.reporter, world);
  return worstOf([...(outcome.codes ?? []), ...outcome.diagnostics.map(exitCodeOf)]);
}

function explainThrown(thrown: unknown, world: World): ExitCode {
  if (thrown instanceof UsageError) {
    printError(thrown.message, world);
    return exitCodes.usage;
  }
  const what = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  printError(`authflow failed, and the fault is its own. Please report this:\n${what}`, world);
  return exitCodes.failure;
}
