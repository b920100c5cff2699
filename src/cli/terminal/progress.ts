/** Shows progress: a status line that a terminal overwrites, and lines that stay. */
import { terminalColumns } from '../world/index.js';
import type { Output } from '../world/index.js';

export interface Progress {
  /** Begins work of this many steps. */
  begin(total: number): void;
  /** Shows the current step, on a terminal. */
  step(label: string): void;
  /** Prints a line that stays. */
  line(text: string): void;
  /** Removes the status line. */
  end(): void;
}

export function openProgress(output: Output): Progress {
  const erase = output.isTTY === true ? '\r\x1b[2K' : '';
  let [done, total] = [0, 0];
  return {
    begin(steps) {
      [done, total] = [0, steps];
    },
    step(label) {
      done += 1;
      if (erase === '') return;
      // A line as wide as the terminal would wrap, and only its last row would be erased.
      output.write(`${erase}${`[${done}/${total}] ${label}`.slice(0, (terminalColumns(output) ?? 80) - 1)}`);
    },
    line(text) {
      output.write(`${erase}${text}\n`);
    },
    end() {
      if (erase !== '') output.write(erase);
    },
  };
}
