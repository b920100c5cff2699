import { expect, test } from 'vitest';
import type { BrowserWorld } from '../../src/browser/find-browser.js';
import { installWay } from '../../src/browser/install-way.js';

function world(changes: Partial<BrowserWorld> = {}): BrowserWorld {
  return {
    env: { PATH: '/usr/bin' },
    platform: 'linux',
    arch: 'x64',
    home: '/home/ann',
    isExecutable: (path) => path === '/usr/bin/google-chrome',
    puppeteerCache: () => [],
    packedChromium: () => null,
    ...changes,
  };
}

const skip = (way: string): boolean => way.includes('PUPPETEER_SKIP_DOWNLOAD');

test('the download is spared where there is a browser: installed, from npm, or named', () => {
  expect(installWay(world())(['puppeteer'])).toContain('run: PUPPETEER_SKIP_DOWNLOAD=1 npm install -D "puppeteer@');
  const none = world({ isExecutable: () => false });
  expect(skip(installWay(none)(['puppeteer']))).toBe(false);
  expect(skip(installWay({ ...none, packedChromium: () => '/modules/chromium' })(['puppeteer']))).toBe(true);
  expect(skip(installWay({ ...none, isExecutable: (path) => path === '/c' }, '/c')(['puppeteer']))).toBe(true);
  expect(skip(installWay(none, '/gone')(['puppeteer']))).toBe(false);
});

test('nothing is said about it where puppeteer is not installed anew', () => {
  expect(installWay(world())(['@mermaid-js/mermaid-cli'])).toMatch(/^run: npm install -D "@mermaid-js[^\n]*$/);
});

test('no shell of Windows takes a variable before a command', () => {
  const windows = world({
    platform: 'win32',
    env: { PROGRAMFILES: 'C:\\P' },
    isExecutable: (path) => path.endsWith('chrome.exe'),
  });
  const [set, run] = installWay(windows)(['puppeteer']).split('\n');
  expect(set).toBe('set the environment variable PUPPETEER_SKIP_DOWNLOAD to 1');
  expect(run).toMatch(/^then run: npm install -D "puppeteer@/);
});
