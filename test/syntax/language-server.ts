/** A client of yaml-language-server, over its protocol: JSON-RPC on standard input and output. */
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createRequire } from 'node:module';

const program = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Completion {
  readonly label: string;
  readonly insertText?: string;
  readonly documentation?: string | { readonly value: string };
}

export interface Problem {
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** Offline: no schema store, no Kubernetes. */
const settings: Readonly<Record<string, unknown>> = {
  yaml: {
    completion: true,
    hover: true,
    validate: true,
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
  },
};

export class LanguageServer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<number | string, (result: unknown) => void>();
  readonly #problems = new Map<string, (problems: readonly Problem[]) => void>();
  #received = Buffer.alloc(0);
  #count = 0;

  private constructor() {
    this.#process = spawn(process.execPath, [program, '--stdio']);
    this.#process.stdout.on('data', (chunk: Buffer) => this.receive(chunk));
  }

  static async start(): Promise<LanguageServer> {
    const server = new LanguageServer();
    await server.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { workspace: { configuration: true }, textDocument: { hover: { contentFormat: ['markdown'] } } },
    });
    server.send({ method: 'initialized', params: {} });
    return server;
  }

  stop(): void {
    this.#process.kill();
  }

  /** Opens a document; gives what the server finds wrong in it. */
  open(uri: string, text: string): Promise<readonly Problem[]> {
    const found = new Promise<readonly Problem[]>((resolve) => this.#problems.set(uri, resolve));
    this.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
    });
    return found;
  }

  async complete(uri: string, position: Position): Promise<readonly Completion[]> {
    const answer = await this.request('textDocument/completion', { textDocument: { uri }, position });
    return (answer as { items: readonly Completion[] }).items;
  }

  /** Markdown; '' where the server has nothing to say. */
  async hover(uri: string, position: Position): Promise<string> {
    const answer = await this.request('textDocument/hover', { textDocument: { uri }, position });
    return (answer as { contents: { value: string } } | null)?.contents.value ?? '';
  }

  private request(method: string, params: unknown): Promise<unknown> {
    const id = (this.#count += 1);
    this.send({ id, method, params });
    return new Promise((resolve) => this.#answers.set(id, resolve));
  }

  private send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const head = this.#received.indexOf('\r\n\r\n');
      if (head === -1) return;
      const start = head + 4;
      const end = start + Number(/Content-Length: (\d+)/i.exec(this.#received.toString('latin1', 0, head))?.[1]);
      if (this.#received.length < end) return;
      const message = JSON.parse(this.#received.toString('utf8', start, end)) as Message;
      this.#received = this.#received.subarray(end);
      this.handle(message);
    }
  }

  private handle({ id, method, params, result }: Message): void {
    if (method === undefined) this.#answers.get(id ?? '')?.(result);
    else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Problem[] };
      this.#problems.get(uri)?.(diagnostics);
    } else if (method === 'workspace/configuration') {
      const { items } = params as { items: readonly { section?: string }[] };
      this.send({ id: id ?? '', result: items.map(({ section = '' }) => settings[section] ?? null) });
    } else if (id !== undefined) this.send({ id, result: null });
  }
}
