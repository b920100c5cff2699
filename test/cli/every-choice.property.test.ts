/**
 * Whatever an author may choose, on the command line or in the configuration: a check that believes the manifest never says
 * "current" where the same choice would render other bytes.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from '../../src/cli/cli.js';
import { outputOptions, optionsThat } from '../../src/cli/grammar/index.js';
import type { OptionName } from '../../src/cli/grammar/index.js';
import { configKeys } from '../../src/syntax/index.js';
import { fakeCanvas } from './fake-canvas.js';
import { fakeRasterizer } from './fake-rasterizer.js';
import { tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

/** Cut in two, so that no scanner of this repository takes it for real. */
const token = ['ghp_', 'Kq3vT8mWzR5bN1xYcJ7dLpF2sHgA9eUo4iQk'].join('');

const flowFile = `id: a
title: A flow
variables: { host: { value: a.example } }
participants: { U: { label: Çelik 🔒, kind: user }, A: { label: App, kind: public-client, url: "https://\${host}" } }
boxes: {}
steps:
  - U -> A: Ask for ${token}
    threats: [{ title: Phishing, stride: S, mitigation: Passkeys }]
  - A -> A: A text that is long enough to be broken where there are few columns, and then some
page: { whenToUse: [always], samples: [] }
`;

const config = { samples: `[${token}]` };

/** Each apart, since one stale file is enough for a check to fail. */
const kinds = [
  ['texts', '[mermaid, text, page]'],
  ['pictures', '[svg, png]'],
] as const;

async function run(world: TempWorld, ...argv: string[]) {
  const said: string[] = [];
  const write = (text: string | Uint8Array) => said.push(String(text));
  const code = await cli(argv, { ...world, release: '1.0.0', stdout: { write }, stderr: { write } });
  return { code, said: said.join('') };
}

const writeConfig = (world: TempWorld, keys: Readonly<Record<string, string>>) =>
  world.write(
    'authflow.config.yaml',
    Object.entries(keys)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join(''),
  );

function makeWorld(): TempWorld {
  const world = tempWorld({ openRasterizer: fakeRasterizer().openRasterizer, openCanvas: fakeCanvas().openCanvas });
  world.write('flows/a.yaml', flowFile);
  world.write('design/mermaid/message.hbs', 'A->>B: ours\n');
  world.write('design/themes/ours.yaml', 'page: light\nbox: "#eeeeee"\n');
  world.write('words.en.yaml', 'when-to-use: Whenever you like\n');
  world.write('other/a.yaml', flowFile.replace('A flow', 'Another flow'));
  world.write('page.md', '# Page\n');
  world.write('packaged.woff2', readFileSync('fonts/NotoSansMono-Regular.woff2'));
  world.write('node_modules/@acme/base/authflow.config.yaml', 'charset: ascii\nimageWidth: 777\n');
  return world;
}

/** Names and bytes, but for the manifest, which says how they were made. */
const filesIn = (world: TempWorld, folder: string) =>
  new Map(
    readdirSync(world.path(folder))
      .filter((name) => !name.startsWith('.'))
      .map((name) => [name, readFileSync(join(world.path(folder), name), 'latin1')]),
  );

const isCurrent = ({ code, said }: { code: number; said: string }): boolean =>
  code === 0 && said.includes('is current') && !said.includes('[same-tool]');

/** Whether the files of the one folder are in the other, as they are. */
const holds = (folder: Map<string, string>, wanted: Map<string, string>): boolean =>
  [...wanted].every(([name, bytes]) => folder.get(name) === bytes);

/** A value for every option that decides what output there is, or what stands in it. */
const optionValues: Readonly<Partial<Record<OptionName, readonly string[]>>> = {
  format: ['--format', 'alt,steps'],
  out: ['--out', 'elsewhere'],
  set: ['--set', 'host=b.example'],
  theme: ['--theme', 'dark'],
  templates: ['--templates', 'design'],
  style: ['--style', 'compact'],
  charset: ['--charset', 'ascii'],
  width: ['--width', '60'],
  fenced: ['--fenced'],
  comment: ['--comment', '# '],
  redact: ['--redact'],
  threats: ['--threats'],
  findings: ['--findings'],
  renderer: ['--renderer', 'native'],
  imageWidth: ['--image-width', '777'],
  scale: ['--scale', '3'],
  background: ['--background', 'red'],
  paper: ['--renderer', 'native', '--fit', 'a4'],
  embedFonts: ['--embed-fonts'],
};

const deciding = optionsThat('content', 'text', 'picture', 'selection');

describe.each(kinds)('every option: %s', (_kind, formats) => {
  it.each(deciding)('%s', async (name) => {
    const words = optionValues[name];
    if (!words) return expect.fail(`give ${name} a value in this test`);
    const world = makeWorld();
    writeConfig(world, { ...config, formats });
    await run(world, 'render');
    expect(isCurrent(await run(world, 'check'))).toBe(true);
    const before = filesIn(world, 'out');
    if (outputOptions.includes(name)) {
      const folder = name === 'out' ? 'elsewhere' : 'wanted';
      const checked = await run(world, 'check', ...words);
      await run(world, 'render', ...words, ...(name === 'out' ? [] : ['--out', folder]));
      if (isCurrent(checked)) expect(holds(before, filesIn(world, folder))).toBe(true);
    } else {
      // Rendered with it, and checked without: render decides alone.
      await run(world, 'render', ...words);
      if (isCurrent(await run(world, 'check'))) expect(holds(before, filesIn(world, 'out'))).toBe(true);
    }
  });
});

/** A value for every key of the configuration, beside those of {@link config}. */
const configValues: Readonly<Record<(typeof configKeys)[number], string>> = {
  extends: '"@acme/base"',
  flows: '[other]',
  out: 'elsewhere',
  formats: '[mermaid, text, page, alt]',
  lang: 'de',
  words: 'words.en.yaml',
  theme: 'light',
  themes: '{ host: { page: light, box: "#ddeeff", text: { corners: rounded } } }',
  zones: '{ partner: { light: "#fef3c7", dark: "#78350f" } }',
  templates: 'design',
  charset: 'ascii',
  width: '60',
  renderer: 'native',
  scale: '3',
  imageWidth: '777',
  background: 'red',
  fit: 'a4',
  embedFonts: 'true',
  fonts: '[packaged.woff2]',
  docs: '[page.md]',
  gallery: '{ title: Flows }',
  samples: '[something-else-that-is-public]',
  lint: '{ profiles: [oauth21], baseline: lint-baseline.txt }',
  failMessage: 'Ask us.',
};

describe.each(kinds)('every key of the configuration: %s', (kind, formats) => {
  it.each(configKeys)('%s', async (key) => {
    // A leaked token is in the text when samples name it, and REDACTED when they do not.
    const redact = key === 'samples' ? ['--redact'] : [];
    const world = makeWorld();
    writeConfig(world, { ...config, formats });
    await run(world, 'render', ...redact);
    expect(isCurrent(await run(world, 'check', ...redact))).toBe(true);
    const before = filesIn(world, 'out');
    writeConfig(world, { ...config, formats, [key]: configValues[key] });
    mkdirSync(world.path('wanted'));
    const checked = await run(world, 'check', ...redact);
    await run(world, 'render', ...redact, '--out', 'wanted');
    if (isCurrent(checked)) expect(holds(before, filesIn(world, 'wanted'))).toBe(true);
    if (key === 'samples' && kind === 'texts') expect(checked.code).toBe(1);
  });

  it('is given a value here', () => expect(Object.keys(configValues).sort()).toEqual([...configKeys].sort()));
});
