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

export interface Parser {
  /** Rejects with Mermaid's own words where it refuses the text. One at a time. */
  parse(text: string): Promise<ParsedDiagram>;
  close(): Promise<void>;
}

/** `name`: how package.json calls that Mermaid. */
export function openParser(name: 'mermaid' | 'mermaid-10' | 'mermaid-12'): Parser {
  const worker = new Worker(new URL('mermaid-worker.js', import.meta.url), { workerData: { package: name } });
  return {
    parse: (text) =>
      new Promise((resolve, reject) => {
        worker.once('error', reject);
        worker.once('message', ({ diagram, error }: { diagram: ParsedDiagram; error?: string }) => {
          worker.off('error', reject);
          if (error === undefined) resolve(diagram);
          else reject(new Error(error));
        });
        worker.postMessage(text);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

/** As Mermaid writes a text into the picture: `decodeEntities` of its utils.ts, and line breaks. */
export const decode = (text: string): string =>
  text
    .replace(/<br\/?>/g, '\n')
    .replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .trim();
