import { existsSync, readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { posix } from 'node:path';
import { compileFlow } from '../src/compile.js';
import { packagedDesign } from '../src/design.js';
import { drawSlides } from '../src/picture/index.js';
import { facesIn, printSvg } from '../src/svg/index.js';
import { openCanvas } from '../src/canvas/index.js';
const canvas = await openCanvas({ folder: 'fonts', fonts: [], report: console.log });
const only = process.argv.slice(2).filter((w) => w.startsWith('--only=')).map((w) => w.slice(7));
const readSource = (path: string) => existsSync(path) ? { path, text: readFileSync(posix.normalize(path), 'utf8') } : null;
const design = packagedDesign();
mkdirSync('/tmp/sl', { recursive: true });
for (const name of readdirSync('flows').filter((n) => /^[^_.].*\.yaml$/.test(n))) {
  if (only.length > 0 && !only.some((id) => name === `${id}.yaml`)) continue;
  const { flow } = compileFlow(readSource(`flows/${name}`)!, { readSource });
  const t = performance.now();
  const slides = drawSlides(flow!, { design, themes: { light: 'light', dark: 'light' }, room: { width: 1280, height: 720, stage: { left: 48, top: 122, right: 1232, bottom: 700 } } }, (d) => console.log(d.message));
  console.log(flow!.id, slides!.length, slides!.map((s) => `${s.phase.slice(0, 14)}:${s.scale.toFixed(2)}`).join(' | '), `${(performance.now() - t).toFixed(0)}ms`);
  for (const [i, s] of slides!.entries()) {
    if (only.length === 0) break;
    const { bytes } = await canvas.paintScenes({ id: 'x', format: 'png', pages: [{ scene: s.scene, faces: facesIn(s.scene), scale: 1 }], page: 'light', scale: 1 });
    writeFileSync(`/tmp/sl/${flow!.id}-${i + 1}.png`, bytes);
    writeFileSync(`/tmp/sl/${flow!.id}-${i + 1}.svg`, printSvg(s.scene, { idPrefix: '' }));
  }
}
