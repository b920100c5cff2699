/** parse(write(x)) = x, for every flow file there is. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../src/syntax/parse.js';
import { writeFlow } from '../../src/syntax/write.js';

const folders = ['../../flows/', '../../docs/constructs/'].map((folder) => new URL(folder, import.meta.url));
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /^[^_].*\.yaml$/.test(name))
    .map((name) => new URL(name, folder)),
);

const parse = (path: string, text: string) => {
  const { shape, diagnostics } = parseFlow({ path, text });
  if (!shape || diagnostics.length > 0) throw new Error(`${path}: ${JSON.stringify(diagnostics[0]?.message)}\n${text}`);
  return shape;
};

/** Values as written, without their places. */
const bare = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'span' ? undefined : inner)));

describe('writeFlow', () => {
  it.each(files.map((file) => [file.pathname.split('/').slice(-2).join('/'), file] as const))('%s', (name, file) => {
    const shape = parse(name, readFileSync(file, 'utf8'));
    const written = writeFlow(shape);
    expect(bare(parse(name, written))).toEqual(bare(shape));
    expect(written).not.toMatch(/[ \t]$/m);
  });

  it('writes short forms', () => {
    const text = `id: login
title: Login
participants:
  C: Client
  B: { label: Browser, kind: browser }
  AS: { label: Server, kind: authorization-server }
steps:
  - C ->+ AS: POST /token
    id: token
  - AS -->- C: 200
    note: Done
  - AS --> B -> C: 303
    redirect: { to: https://app.example.com/cb, query: { code: x } }
  - opt: expired
    steps:
      - note: again
        over: [ C, AS ]
`;
    expect(writeFlow(parse('login.yaml', text))).toBe(text);
  });
});
