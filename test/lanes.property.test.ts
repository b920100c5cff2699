/**
 * The law of the lanes: a test's file says in its name what the test starts. Unit and property tests start nothing, so they
 * need no build, no browser and no tool. Each breach is printed with the way that leads to it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { lanes } from '../build/lanes.js';
import { importsIn } from './imports-in.js';

const root = new URL('../', import.meta.url);

/** Modules that start a browser, and names from modules that can do without one. */
const browsers = ['puppeteer', '@mermaid-js/mermaid-cli', 'src/browser/browser.ts', 'openRasterizer', 'examineMachine'];

/** Modules that start a process or a server; esbuild is a program of its own. */
const processes = [
  ...[
    'node:child_process',
    'node:cluster',
    'node:dgram',
    'node:http',
    'node:http2',
    'node:https',
    'node:net',
    'node:tls',
  ],
  ...['esbuild', 'src/cli/run-process.ts', 'src/cli/world/run-pager.ts'],
];

/** What each lane may start. The browser lane has servers that a page must not reach. */
const may: Readonly<Record<(typeof lanes)[number], readonly string[]>> = {
  unit: [],
  property: [],
  browser: [...browsers, ...processes],
  server: processes,
};

const files = readdirSync(new URL('test/', root), { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts') && !path.startsWith('test/tools/'));

interface Found {
  readonly starts: readonly string[];
  /** Files of test/ and build/, which are looked into; src/ obeys a law of its own. */
  readonly inside: readonly string[];
}

const looked = new Map<string, Found>();

function look(file: string): Found {
  const found = looked.get(file) ?? read(file);
  looked.set(file, found);
  return found;
}

function read(file: string): Found {
  const source = ts.createSourceFile(file, readFileSync(new URL(file, root), 'utf8'), ts.ScriptTarget.Latest);
  // What a script of build/ loads on demand, the tests that import it do without.
  const isOnDemand = file.startsWith('build/');
  const values = importsIn(source).filter(({ isType, isDynamic }) => !isType && !(isDynamic && isOnDemand));
  const modules = values.map(({ written }) => (written.startsWith('.') ? pathOf(file, written) : written));
  return {
    starts: [...modules, ...values.flatMap(({ names }) => names)].filter((one) => may.browser.includes(one)),
    inside: modules.filter((one) => /^(?:test|build)\//.test(one)),
  };
}

function pathOf(file: string, written: string): string {
  const path = posix.join(posix.dirname(file), written);
  const typed = path.replace(/\.js$/, '.ts');
  return existsSync(new URL(typed, root)) ? typed : path;
}

interface Start {
  readonly what: string;
  readonly way: string;
}

/** All that a file starts, each by one way. */
function startsOf(file: string, way: readonly string[] = [], seen = new Set<string>()): readonly Start[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const { starts, inside } = look(file);
  const here = [...way, file];
  return [
    ...starts.map((what) => ({ what, way: here.join(' → ') })),
    ...inside.flatMap((next) => startsOf(next, here, seen)),
  ];
}

function breachesOf(file: string, starts = startsOf(file)): readonly string[] {
  const name = /\.(\w+)\.test\.ts$/.exec(file)?.[1] ?? 'unit';
  const lane = lanes.find((one) => one === name);
  if (lane === undefined) return [`${file}: no lane is called ${name}; there are ${lanes.join(', ')}`];
  if (may[lane].length > 0 && starts.length === 0) return [`${file} starts nothing: it is a unit test`];
  return starts
    .filter(({ what }) => !may[lane].includes(what))
    .map(({ what, way }) => `${way} imports ${what}: ${lane} tests don't start that`);
}

describe('the law of the lanes', () => {
  it('holds for every test', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => breachesOf(file))).toEqual([]);
  });

  it('catches a breach', () => {
    const starting = (what: string) => [{ what, way: 'test/a.ts → test/b.ts' }];
    expect(breachesOf('test/a.test.ts', starting('node:http'))).toEqual([
      "test/a.ts → test/b.ts imports node:http: unit tests don't start that",
    ]);
    expect(breachesOf('test/a.server.test.ts', starting('puppeteer'))).toHaveLength(1);
    expect(breachesOf('test/a.server.test.ts', [])).toEqual([
      'test/a.server.test.ts starts nothing: it is a unit test',
    ]);
    expect(breachesOf('test/a.sever.test.ts', [])).toHaveLength(1);
    expect(startsOf('test/page/samples.server.test.ts').map(({ what }) => what)).toContain('node:child_process');
    expect(startsOf('test/mermaid/picture.browser.test.ts').map(({ what }) => what)).toContain('openRasterizer');
  });
});
