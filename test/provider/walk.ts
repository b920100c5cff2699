/** Walks a flow step by step: sends its own requests with live values, and holds the answers against its own replies. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Flow } from '../../src/model/flow.js';
import { repliesTo } from '../../src/model/replies.js';
import { messagesOf } from '../../src/model/tree.js';
import type { Text } from '../../src/source/filled-text.js';
import { loadFlow } from '../flows/load.js';
import type { Field, Json, Request, Response } from '../../src/model/http.js';
import type { Message } from '../../src/model/step.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Where this server and a flow differ, both being right, and why. */
export interface Tolerance {
  /** Header fields that need not come. */
  readonly headers?: readonly string[];
  /** Members of the JSON that need not come. */
  readonly members?: readonly string[];
  /** The error code that comes instead. */
  readonly error?: string;
}

/** A walk at a server, with values for what a client and its user make up. */
export function startWalk(id: string, issuer: string, values: Readonly<Record<string, string>>): Walk {
  const verifier = randomBytes(32).toString('base64url');
  return new Walk(id, {
    ISSUER: issuer,
    IDP: issuer,
    MTLS_ISSUER: issuer,
    STATE: randomUUID(),
    NONCE: randomUUID(),
    CODE_VERIFIER: verifier,
    CODE_CHALLENGE: createHash('sha256').update(verifier).digest('base64url'),
    USERNAME: 'ada',
    PASSWORD: 'a password',
    DECISION: 'allow',
    ...values,
  });
}

export class Walk {
  readonly flow: Flow;
  readonly values = new Map<string, string>();
  /** The names that the test gave values; others get theirs from answers. */
  readonly #given: ReadonlySet<string>;
  /** The browser's, by name; two flows may share a browser. */
  cookies = new Map<string, string>();

  constructor(id: string, values: Readonly<Record<string, string>>) {
    this.flow = loadFlow(id);
    for (const [name, value] of Object.entries(values)) this.values.set(name, value);
    this.#given = new Set(Object.keys(values));
  }

  /** The first message with this id: of a redirect, the one that sends the browser away. */
  message(id: string): Message {
    return [...messagesOf(this.flow.steps)].find((message) => message.id === id) ?? expect.fail(`no step ${id}`);
  }

  /** The request of a step, or that the browser makes by it. */
  request(id: string): Request {
    const messages = [...messagesOf(this.flow.steps)];
    const at = messages.findIndex((message) => message.id === id);
    const message = messages[at] ?? expect.fail(`no step ${id}`);
    const { request } = message.redirectLeg === 'response' ? (messages[at + 1] ?? message) : message;
    return request ?? expect.fail(`step ${id} has no request`);
  }

  value(name: string): string {
    return this.values.get(name) ?? expect.fail(`there is no live value for ${name}`);
  }

  /** Every placeholder must have a live value: a test that sends `${CODE}` proves nothing. */
  fill({ parts }: Text): string {
    return parts
      .map((part) => {
        if (part.kind !== 'variable') return part.text;
        return part.hasValue ? (this.values.get(part.name) ?? part.text) : this.value(part.name);
      })
      .join('');
  }

  fields(fields: readonly Field[]): [string, string][] {
    return fields.flatMap(({ name, values }) => values.map((value): [string, string] => [name, this.fill(value)]));
  }

  address(request: Request): string {
    const url = new URL(this.fill(request.url ?? expect.fail('a request has no address')));
    for (const [name, value] of this.fields(request.query)) url.searchParams.append(name, value);
    return url.href;
  }

  /** Sends a step's request as the flow has it; `change` breaks it on purpose. */
  async send(id: string, change: (form: URLSearchParams, headers: Headers) => void = () => undefined): Promise<Answer> {
    const request = this.request(id);
    const form = new URLSearchParams(this.fields(request.form));
    const headers = new Headers(this.fields(request.headers));
    change(form, headers);
    const body = request.json ? JSON.stringify(this.json(request.json)) : form.size > 0 ? form : undefined;
    if (request.json) headers.set('Content-Type', 'application/json');
    return this.#fetch(this.address(request), { method: request.method, headers, ...(body && { body }) });
  }

  /** As a browser: with cookies, from redirect to redirect, to the first address that is not the server's. */
  async browse(id: string, issuer: string, change: (query: URLSearchParams) => void = () => undefined): Promise<URL> {
    let address = new URL(this.address(this.request(id)));
    change(address.searchParams);
    for (let hops = 0; hops < 12; hops += 1) {
      if (address.origin !== issuer) return address;
      const answer = await this.visit(address.href);
      const location = answer.headers.get('location');
      if (location === null) return expect.fail(`${address.href} leads nowhere: ${answer.status} ${answer.body}`);
      address = new URL(location, address);
    }
    return expect.fail(`${address.href}: too many redirects`);
  }

  /** {@link browse} through a page that asks for a confirmation, which is given. */
  async leave(id: string, issuer: string): Promise<URL> {
    const page = await this.visit(this.address(this.request(id)));
    const [, action = ''] = /<form[^>]*action="([^"]*)"/.exec(page.body) ?? expect.fail(page.body);
    const fields = [...page.body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const form = new URLSearchParams(fields.map(([, name = '', value = '']): [string, string] => [name, value]));
    form.set('logout', 'yes');
    const answer = await this.visit(new URL(action, issuer).href, { method: 'POST', body: form });
    return new URL(answer.headers.get('location') ?? expect.fail(answer.body), issuer);
  }

  /** One request of the browser. */
  async visit(address: string, init: RequestInit = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('Cookie', cookie);
    const answer = await this.#fetch(address, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  async #fetch(address: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(address, { redirect: 'manual', ...init });
    return { status: response.status, headers: response.headers, body: await response.text() };
  }

  /** The reply that the flow shows for a request, told from others by its status or its error code. */
  reply(id: string, is: string): Response {
    const named = [...messagesOf(this.flow.steps)].filter(({ replyTo }) => replyTo === id);
    const replies = named.length > 0 ? named.flatMap(({ response }) => response ?? []) : this.#replies(id);
    return (
      replies.find(({ status, json }) => String(status) === is || (json && memberText(json, 'error') === is)) ??
      expect.fail(`${this.flow.id}: ${id} has no reply ${is}`)
    );
  }

  /**
   * Holds an answer against the reply that the flow shows for it: status, header fields, members of the JSON, their kinds,
   * and the words that a client acts on. Values for placeholders are kept for the steps that follow.
   *
   * @param is tells the reply of several by its status or its error code
   */
  expectReply(id: string, is: string, answer: Answer, tolerance: Tolerance = {}): void {
    const shown = this.reply(id, is);
    expect(answer.status, `${id}: ${answer.body}`).toBe(shown.status);
    for (const { name, values } of shown.headers) {
      if (tolerance.headers?.includes(name)) continue;
      const found = answer.headers.get(name) ?? expect.fail(`${id}: no ${name} came`);
      for (const value of values) this.#compareHeader(name, value, found);
    }
    if (shown.json) this.#compareJson(shown.json, JSON.parse(answer.body) as unknown, id, tolerance);
  }

  #replies(id: string): readonly Response[] {
    return repliesTo(this.message(id), this.flow.steps).map(({ response }) => response);
  }

  /** Of a challenge the scheme and the error, of directives each one; a placeholder takes any value. */
  #compareHeader(name: string, wanted: Text, found: string): void {
    const [part] = wanted.parts;
    if (wanted.parts.length === 1 && part?.kind === 'variable') {
      this.values.set(part.name, found);
      return;
    }
    const words = wanted.plain.split(/,?\s+/).filter((word) => !/^(?:realm|algs)=/.test(word));
    for (const word of words) expect(found, name).toContain(word.replace(/,$/, ''));
  }

  #compareJson(wanted: Json, found: unknown, path: string, tolerance: Tolerance): void {
    switch (wanted.kind) {
      case 'object':
        for (const { name, value } of wanted.members) {
          if (tolerance.members?.includes(name)) continue;
          const inside = found as Readonly<Record<string, unknown>>;
          expect(Object.keys(inside), path).toContain(name);
          this.#compareJson(value, inside[name], `${path}.${name}`, tolerance);
        }
        return;
      case 'array':
        expect(Array.isArray(found), path).toBe(true);
        return;
      case 'string': {
        expect(typeof found, path).toBe('string');
        const [part] = wanted.text.parts;
        const isLive = wanted.text.parts.length === 1 && part?.kind === 'variable' && !this.#given.has(part.name);
        if (isLive) this.values.set(part.name, String(found));
        else if (path.endsWith('.error') && tolerance.error) expect(found, path).toBe(tolerance.error);
        else if (!path.endsWith('description')) expect(sorted(found), path).toBe(sorted(this.fill(wanted.text)));
        return;
      }
      case 'literal':
        expect(typeof found, path).toBe(typeof wanted.value);
        if (typeof wanted.value === 'boolean') expect(found, path).toBe(wanted.value);
    }
  }

  json(json: Json): unknown {
    switch (json.kind) {
      case 'object':
        return Object.fromEntries(json.members.map(({ name, value }) => [name, this.json(value)]));
      case 'array':
        return json.items.map((item) => this.json(item));
      case 'string':
        return this.fill(json.text);
      case 'literal':
        return json.value;
    }
  }

  /** Where a redirect of the flow goes, against where the browser was sent. */
  expectRedirect(id: string, is: 'code' | 'error' | 'state', address: URL): void {
    const legs = [...messagesOf(this.flow.steps)].filter(({ redirectLeg }) => redirectLeg === 'response');
    const named = legs.find((leg) => leg.id === id);
    const leg = legs.find(
      (one) =>
        (one === named || one.replyTo === named?.replyTo) && one.response?.params.some(({ name }) => name === is),
    );
    const { location, params } = leg?.response ?? expect.fail(`no redirect ${id} with ${is}`);
    expect(`${address.origin === 'null' ? address.protocol : address.origin}${address.pathname}`).toBe(
      sameForm(this.fill(location ?? expect.fail(`${id} goes nowhere`))),
    );
    for (const { name, values } of params) {
      const found = address.searchParams.get(name) ?? expect.fail(`${id}: no ${name} in ${address.href}`);
      const [part] = values[0]?.parts ?? [];
      if (part?.kind === 'variable' && !part.hasValue && !this.values.has(part.name)) this.values.set(part.name, found);
      else expect(found, name).toBe(values[0] && this.fill(values[0]));
    }
  }
}

/** Scopes have no order (RFC 6749 §3.3). */
const sorted = (text: unknown): string => String(text).split(' ').sort().join(' ');

function sameForm(location: string): string {
  const url = new URL(location);
  return `${url.origin === 'null' ? url.protocol : url.origin}${url.pathname}`;
}

function memberText(json: Json, name: string): string | undefined {
  const value = json.kind === 'object' ? json.members.find((member) => member.name === name)?.value : undefined;
  return value?.kind === 'string' ? value.text.plain : undefined;
}
