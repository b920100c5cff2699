/** Runs Mermaid's own parser, loaded on demand from the optional peer `mermaid`. */
import { Worker } from 'node:worker_threads';
import type { MermaidDatabase, ParseMermaid, Refusal } from '../../import/index.js';
import { colorNames } from '../../theme/index.js';
import { codeOf } from '../../files/index.js';

export interface MermaidParser {
  readonly parse: ParseMermaid;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly result: MermaidDatabase | Refusal;
}

interface Waiting {
  readonly resolve: (result: Answer['result']) => void;
  readonly reject: (failure: Error) => void;
}

/** `packageName`: Mermaid's name in node_modules. Parsing rejects with a {@link MermaidFailure} if it can't be loaded. */
export function openMermaidParser(packageName = 'mermaid'): MermaidParser {
  const worker = new Worker(new URL('mermaid-worker.js', import.meta.url), {
    workerData: { package: packageName, colorNames: colorNames },
    // Mermaid logs mistakes that it tolerates.
    stdout: true,
    stderr: true,
  });
  const waiting = new Map<number, Waiting>();
  let failure: Error | null = null;
  let count = 0;
  worker.on('message', ({ id, result }: Answer) => {
    waiting.get(id)?.resolve(result);
    waiting.delete(id);
  });
  worker.on('error', (error) => {
    failure = new MermaidFailure(error);
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  });
  const parse: ParseMermaid = (diagram) =>
    new Promise((resolve, reject) => {
      if (failure) reject(failure);
      count += 1;
      waiting.set(count, { resolve, reject });
      worker.postMessage({ id: count, ...diagram });
    });
  const close = async (): Promise<void> => {
    await worker.terminate();
  };
  return { parse, close };
}

/** The parser can't be loaded; `npm install` fixes that. */
export class MermaidFailure extends Error {
  constructor(cause: Error) {
    const isMissing = codeOf(cause) === 'ERR_MODULE_NOT_FOUND';
    const reason = isMissing ? 'which is not installed' : `which does not work: ${cause.message}`;
    super(`Mermaid diagrams are read by the package mermaid, ${reason}`, { cause });
  }
}
