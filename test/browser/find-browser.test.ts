import { expect, test } from 'vitest';
import { findBrowsers, type BrowserWorld } from '../../src/browser/find-browser.js';

function world(files: readonly string[], changes: Partial<BrowserWorld> = {}): BrowserWorld {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    arch: 'x64',
    home: '/home/ann',
    isExecutable: (path) => files.includes(path),
    puppeteerCache: () => ['/home/ann/.cache/puppeteer/chrome'],
    packedChromium: () => '/modules/@sparticuz/chromium',
    ...changes,
  };
}

const places = (found: ReturnType<typeof findBrowsers>) =>
  found.map((browser) => (browser.kind === 'executable' ? browser.path : browser.folder));

test('a named browser is the only one, and the nearest name wins', () => {
  const env = { AUTHFLOW_BROWSER: '/a', PUPPETEER_EXECUTABLE_PATH: '/p', CHROME_PATH: '/c' };
  const files = ['/flag', '/a', '/p', '/c', '/usr/bin/chromium'];
  const first = (changed: object, named?: string) => findBrowsers(world(files, { env: { ...env, ...changed } }), named);
  expect(first({}, '/flag')).toEqual([{ kind: 'executable', path: '/flag', origin: '--browser', named: true }]);
  expect(places(first({}))).toEqual(['/a']);
  expect(places(first({ AUTHFLOW_BROWSER: '' }))).toEqual(['/p']);
  expect(places(first({ AUTHFLOW_BROWSER: '', PUPPETEER_EXECUTABLE_PATH: undefined }))).toEqual(['/c']);
});

test.each(['AUTHFLOW_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'])(
  '%s that names nothing is an error',
  (name) => {
    const search = () => findBrowsers(world(['/usr/bin/chromium'], { env: { PATH: '/usr/bin', [name]: '/gone' } }));
    expect(search).toThrow(expect.objectContaining({ kind: 'no-browser' }));
    expect(search).toThrow(`${name} names /gone, which is not an executable file\ncorrect or unset ${name}`);
  },
);

test('so is --browser', () => {
  expect(() => findBrowsers(world(['/usr/bin/chromium']), '/gone')).toThrow(/^--browser names \/gone/);
});

test("puppeteer's, then the installed in the order Chrome, Chromium, Edge, then the packed one", () => {
  const files = [
    '/usr/bin/microsoft-edge',
    '/usr/bin/chromium',
    '/usr/local/bin/chromium',
    '/usr/bin/google-chrome',
    '/home/ann/.cache/puppeteer/chrome',
  ];
  expect(places(findBrowsers(world(files)))).toEqual([
    '/home/ann/.cache/puppeteer/chrome',
    '/usr/bin/google-chrome',
    '/usr/local/bin/chromium',
    '/usr/bin/chromium',
    '/usr/bin/microsoft-edge',
    '/modules/@sparticuz/chromium',
  ]);
});

test('a relative entry of PATH is no place for a browser', () => {
  const found = findBrowsers(world(['chromium', './chromium', 'bin/chromium'], { env: { PATH: '.:bin::' } }));
  expect(places(found)).toEqual(['/modules/@sparticuz/chromium']);
});

test('on macOS and Windows', () => {
  const mac = '/Users/ann/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(places(findBrowsers(world([mac], { platform: 'darwin', arch: 'arm64', home: '/Users/ann' })))).toEqual([mac]);
  const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
  expect(places(findBrowsers(world([edge, chrome], { platform: 'win32', env })))).toEqual([chrome, edge]);
});

test('the packed one is for Linux on x64', () => {
  expect(() => findBrowsers(world([], { arch: 'arm64' }))).toThrow(
    /none was found\nrun: npx puppeteer browsers install/,
  );
  expect(() => findBrowsers(world([], { packedChromium: () => null }))).toThrow(
    /none was found\nrun: npm install -D "@sparticuz\/chromium@147\.0\.0" .*noto-color-emoji.*\nor: npx puppeteer/,
  );
});
