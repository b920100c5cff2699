// The address of the repository, NAME/authflow, is in package.json; other files repeat it. `node build/address.js` prints it,
// and fails while it is the placeholder; `node build/address.js acme/authflow` writes another one into every file.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PLACEHOLDER = 'OWNER/authflow';

/** `manifest`: package.json. */
export function addressOf(manifest) {
  const [, address] = /^git\+https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\.git$/.exec(manifest.repository.url) ?? [];
  if (address === undefined) throw new Error('repository.url of package.json is not a git+https address of GitHub');
  return address;
}

async function writeAddress(current, next) {
  const { execFileSync } = await import('node:child_process');
  if (!/^[\w.-]+\/[\w.-]+$/.test(next)) throw new Error(`${next} is not of the form NAME/authflow`);
  // The placeholder stays in this file.
  const words = [
    'grep',
    '--name-only',
    '-z',
    '--fixed-strings',
    '--word-regexp',
    current,
    '--',
    '.',
    ':!build/address.js',
  ];
  const files = execFileSync('git', words, { encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const file of files) writeFileSync(file, readFileSync(file, 'utf8').replaceAll(current, next));
  console.log(`${files.join('\n')}\nnow say ${next}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const current = addressOf(JSON.parse(readFileSync('package.json', 'utf8')));
  const [next] = process.argv.slice(2);
  if (next !== undefined) await writeAddress(current, next);
  else console.log(current);
  if (next === undefined && current === PLACEHOLDER) {
    console.error('this is a placeholder: set the address with node build/address.js NAME/authflow, and commit');
    process.exitCode = 1;
  }
}
