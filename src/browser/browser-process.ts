/**
 * Runs a browser. Not left to puppeteer, which never gives up a browser that does not answer by pipe, and leaves the helpers of one that
 * ended.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer';

export interface BrowserProcess {
  readonly transport: ConnectionTransport;
  /** Rejects when the browser ends or can't be run; below the first line of the message is what it said last. */
  readonly ended: Promise<never>;
  /** Ends it at once, and all processes of its group, even stopped ones. */
  readonly kill: () => void;
  /** The same; resolves when it is gone. Never throws, and may be called twice. */
  readonly end: () => Promise<void>;
}

/** A process in the middle of a read from a dead disk outlives even SIGKILL; in ms. */
const MOST_WAITING = 5_000;

/** It leads a process group, except on Windows, where its children end with it. */
export function runBrowser(
  path: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): BrowserProcess {
  const child = spawn(path, [...args, '--remote-debugging-pipe'], {
    detached: process.platform !== 'win32',
    env: { ...env },
    // It reads commands from 3 and answers on 4.
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const said = lastLinesOf(child.stderr);
  const gone = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  // Helpers that outlive it would hold its pipes, and with them this process.
  void gone.then(() => killGroup(child));
  const ended = new Promise<never>((_, reject) => {
    child.once('error', ({ code = '' }: NodeJS.ErrnoException) => reject(new Error(`it can't be run: ${code}`)));
    child.once('close', (code, signal) => reject(new Error([howItEnded(code, signal), ...said].join('\n'))));
  });
  // Nobody may be waiting for it.
  ended.catch(() => undefined);
  const kill = () => killGroup(child);
  const end = async () => {
    kill();
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, MOST_WAITING).unref())]);
    for (const stream of child.stdio) stream?.destroy();
    child.unref();
  };
  return { transport: transportOf(child), ended, kill, end };
}

const howItEnded = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal === null ? `it ended with code ${code ?? 0}` : `it was ended by ${signal}`;

const MOST_LINES = 100;

/** Filled as the lines come. */
function lastLinesOf(stream: Readable | null): readonly string[] {
  const lines: string[] = [''];
  stream?.setEncoding('utf8').on('data', (text: string) => {
    const [first = '', ...more] = text.split('\n');
    lines.push((lines.pop() ?? '') + first, ...more);
    lines.splice(0, lines.length - MOST_LINES);
  });
  return lines;
}

function killGroup(child: ChildProcess): void {
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** Messages of the DevTools protocol, each followed by NUL. */
function transportOf({ stdio }: ChildProcess): ConnectionTransport {
  const [to, from] = [stdio[3] as Writable, stdio[4] as Readable];
  const transport: ConnectionTransport = {
    send: (message) => void to.write(`${message}\0`),
    close: () => {
      to.destroy();
      from.destroy();
    },
  };
  let begun: Buffer[] = [];
  from.on('data', (bytes: Buffer) => {
    let start = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
      const message = Buffer.concat([...begun, bytes.subarray(start, end)]).toString('utf8');
      begun = [];
      start = end + 1;
      setImmediate(() => transport.onmessage?.(message));
    }
    if (start < bytes.length) begun.push(bytes.subarray(start));
  });
  from.on('close', () => transport.onclose?.());
  // The end of the process says why.
  for (const stream of [to, from]) stream.on('error', () => undefined);
  return transport;
}
