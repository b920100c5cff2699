/** A server on loopback that remembers what it was sent. */
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';

export interface Received {
  readonly method: string;
  /** Decoded; without the query. */
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  /** By lower-case name; bytes read as UTF-8. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly form: readonly (readonly [string, string])[];
  /** The common name in the client certificate. */
  readonly client: string;
}

export interface Answer {
  readonly status?: number;
  readonly json?: unknown;
}

export interface Server {
  /** With scheme and port. */
  readonly url: string;
  /** What was received since the last call. */
  take(): Received[];
  close(): Promise<void>;
}

export async function startServer(answer: (received: Received) => Answer, tls?: ServerOptions): Promise<Server> {
  let received: Received[] = [];
  const listener: RequestListener = (request, response) => {
    void readRequest(request).then((one) => {
      received.push(one);
      const { status = 200, json = {} } = answer(one);
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
    });
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    take() {
      const taken = received;
      received = [];
      return taken;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function readRequest(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  const url = new URL(request.url ?? '', 'http://localhost');
  const { socket } = request;
  return {
    method: request.method ?? '',
    path: decodeURIComponent(url.pathname),
    query: [...url.searchParams],
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Buffer.from(String(value), 'latin1').toString('utf8'),
      ]),
    ),
    body,
    form: [...new URLSearchParams(body)],
    client: socket instanceof TLSSocket ? String(socket.getPeerCertificate().subject.CN) : '',
  };
}
