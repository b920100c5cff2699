/**
 * Builds a site of each kind with its real builder, from blocks of every flow and of two that are hostile, and looks for the
 * texts, the code and the pictures in what comes out. Needs a build of authflow. Not part of the tests: the builders are large.
 *
 *     cd test/tools/sites && npm install && node build-sites.js [kind…]
 *
 * What Debian packages is installed by apt: mkdocs mkdocs-material jekyll hugo ruby-asciidoctor-pdf ruby-prawn-svg pandoc
 * poppler-utils zip unzip.
 */
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { debianSites } from './debian-sites.js';
import { begin, draw, here, work, write } from './project.js';

const isForNpm = (kind) => !Object.hasOwn(debianSites, kind);

const wanted = process.argv.slice(2);
const kinds = {
  ...debianSites,
  ...(wanted.every((kind) => !isForNpm(kind)) && wanted.length > 0 ? {} : (await import('./npm-sites.js')).npmSites),
};

begin();
write('package.json', '{ "private": true, "type": "commonjs" }');
symlinkSync(join(here, 'node_modules'), join(work, 'node_modules'));
draw();
for (const kind of wanted.length > 0 ? wanted : Object.keys(kinds)) {
  try {
    kinds[kind]();
  } catch (error) {
    console.log(
      `${kind}: failed\n${String(error.stdout ?? '').slice(-3000)}\n${String(error.stderr ?? error.stack).slice(-3000)}`,
    );
    process.exitCode = 1;
  }
}
if (process.exitCode === undefined && process.env.KEEP === undefined) rmSync(work, { recursive: true });
else console.log(`left in ${work}`);
