import { expect } from 'vitest';
import { test } from '../browser-test.js';
import { examineMachine } from '../../src/browser/examine.js';
import { bareMachine } from './bare-machine.js';
import { temporaryFolder } from './temporary-folder.js';

const statesOf = async (...changes: Parameters<typeof bareMachine>) =>
  (await examineMachine({ world: bareMachine(...changes) })).map(({ state, what }) => `${state} ${what}`);

test('this machine can draw: its packages, its browser, letters and emoji', async () => {
  const states = await statesOf({ uid: 0, platform: 'linux' });
  expect(states).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^ok Node \d+/),
      expect.stringMatching(/^ok pictures by Mermaid and slides: Mermaid 11\./),
      expect.stringMatching(/^ok browser: .*Chrome.* 147\./),
      'note sandbox: none (Chromium has no sandbox for root)',
      expect.stringMatching(/^ok fonts: letters; emoji/),
    ]) as string[],
  );
});

test('without fonts, each script is missed', async () => {
  const home = temporaryFolder();
  const env = { ...bareMachine().env, XDG_CACHE_HOME: home };
  const examined = await examineMachine({
    world: bareMachine({ env, home, packages: [], fontFolders: [], systemFonts: '' }),
  });
  expect(examined.slice(-3)).toMatchObject([
    { state: 'note', what: 'fonts: none for letters', remedy: expect.stringContaining('run: npm install') as string },
    { state: 'note', what: 'fonts: none for emoji' },
    { state: 'note', what: 'fonts: none for Chinese, Japanese and Korean' },
  ]);
});

test('no browser: what was looked for, and what to run', async () => {
  const examined = await examineMachine({ world: bareMachine({ packedChromium: () => null }) });
  expect(examined.at(-1)).toMatchObject({
    state: 'note',
    remedy: expect.stringMatching(/^run: npm install/) as string,
  });
});
