/** Decides what happens where this process can't print. */

/** `authflow show … | head` closes the pipe early, and a terminal can be gone: that is no failure. */
const gone: readonly unknown[] = ['EPIPE', 'EIO'];

export function guardOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (gone.includes(error.code)) process.exit();
    void reportLost(error);
  });
  // The work goes on without messages, and the exit code says how it ended.
  process.stderr.on('error', () => undefined);
}

/** The words are loaded on demand: most runs don't need them before they start. */
async function reportLost(error: Error): Promise<never> {
  const { exitCodes, explainFileError } = await import('./world/index.js');
  process.stderr.write(`error: standard output can't be written: ${explainFileError(error)}\n`);
  process.exit(exitCodes.failure);
}
