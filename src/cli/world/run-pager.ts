/** Runs a pager, the program in which people read long texts. */
import { spawn } from 'node:child_process';

/** The exit status of a shell for an unknown command (POSIX.1-2024 §2.8.2). */
const NOT_FOUND = 127;

/**
 * Like git's: less exits if the text fits (F), keeps colours (R), and does not clear the screen (X). A row
 * wider than the screen is cut, and the arrow keys scroll (S), because a wrapped diagram is unreadable. The user's own
 * settings take precedence.
 */
const defaults = { LESS: 'FRSX', LESSCHARSET: 'utf-8' };

export async function runPager(text: string, command: string): Promise<boolean> {
  const env = { ...defaults, ...process.env };
  const pager = spawn(command, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env });
  // A user who quits the pager early closes the pipe.
  pager.stdin.on('error', () => undefined);
  pager.stdin.end(text);
  // While the pager runs, Ctrl-C is meant for it.
  const ignore = () => undefined;
  process.on('SIGINT', ignore);
  try {
    return await new Promise((resolve) => {
      pager.on('error', () => resolve(false));
      pager.on('close', (code) => resolve(code !== NOT_FOUND));
    });
  } finally {
    process.off('SIGINT', ignore);
  }
}
