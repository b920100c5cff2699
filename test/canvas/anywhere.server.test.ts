/** PNG and PDF are the same bytes on one processor, whatever its machine speaks and has installed. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

function draw(env: NodeJS.ProcessEnv): readonly string[] {
  const out = mkdtempSync(join(tmpdir(), 'authflow-'));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const flows = ['flows/client-credentials.yaml', 'flows/device-authorization.yaml', 'flows/step-up-totp.yaml'];
  execFileSync(process.execPath, ['dist/main.js', 'render', ...flows, '--format', 'png,pdf', '--out', out], {
    env: { PATH: process.env.PATH, ...env },
    stdio: 'pipe',
  });
  return readdirSync(out)
    .filter((name) => /\.(?:png|pdf)$/.test(name))
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex')}`,
    );
}

it.each<[string, NodeJS.ProcessEnv]>([
  ['in Turkish', { LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr', LC_ALL: 'tr_TR.UTF-8' }],
  ['in Japanese, in another zone', { LANG: 'ja_JP.UTF-8', LANGUAGE: 'ja', TZ: 'Asia/Tokyo' }],
  ['without the fonts of the system', { FONTCONFIG_FILE: '/dev/null', DISABLE_SYSTEM_FONTS_LOAD: '1' }],
])('draws the same: %s', (_, env) => {
  const usual = draw({});
  expect(usual).toHaveLength(12);
  expect(draw(env)).toEqual(usual);
});
