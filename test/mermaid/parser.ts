/** Mermaid's own parsers, as the tests use them. */
import { Worker } from 'node:worker_threads';

/** What Mermaid made of a text; its texts are still encoded, see {@link decode}. */
export interface ParsedDiagram {
  readonly title: string;
  readonly accTitle: string;
  readonly accDescr: string;
  readonly actors: readonly {
    readonly id: string;
    readonly description: string;
    readonly type: string;
    readonly links: readonly (readonly [label: string, url: string])[];
    readonly box: string | null;
  }[];
  readonly boxes: readonly { readonly name: string | undefined; readonly fill: string }[];
  readonly messages: readonly {
    readonly type: number;
    readonly from?: string;
    readonly to?: string;
    /** The text; of `autonumber` the numbers. */
    readonly message?: unknown;
  }[];
}

/** How node_modules calls the oldest Mermaid that hosts have, and the newest; test/tools/mermaid-12/ puts another in its place. */
export const [oldest, newest] = ['mermaid-10', process.env.AUTHFLOW_TEST_MERMAID ?? 'mermaid'] as const;
export const versions = [oldest, newest] as const;

/** Each takes a second to load: one for all files that a process tests. */
const workers = new Map<string, Worker>();

function workerOf(name: string): Worker {
  const worker =
    workers.get(name) ?? new Worker(new URL('mermaid-worker.js', import.meta.url), { workerData: { package: name } });
  workers.set(name, worker);
  return worker;
}

/** Rejects with Mermaid's own words where it refuses the text. One at a time. */
export function parseWith(name: string, text: string): Promise<ParsedDiagram> {
  const worker = workerOf(name);
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', ({ diagram, error }: { diagram: ParsedDiagram; error?: string }) => {
      worker.off('error', reject);
      if (error === undefined) resolve(diagram);
      else reject(new Error(error));
    });
    worker.postMessage(text);
  });
}

/** As Mermaid writes a text into the picture: `decodeEntities` of its utils.ts, and line breaks. */
export const decode = (text: string): string =>
  text
    .replace(/<br\/?>/g, '\n')
    .replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .trim();
