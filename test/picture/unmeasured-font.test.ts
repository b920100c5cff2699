import { expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { packagedDesign } from '../../src/design.js';
import { drawScene } from '../../src/picture/draw-scene.js';
import { unmeasuredFont } from '../../src/picture/unmeasured-font.js';
import type { Diagnostic } from '../../src/source/diagnostic.js';

test.each(['', 'Noto Sans', 'noto sans, Arial'])('%j is measured', (families) => {
  expect(unmeasuredFont(families, undefined)).toBeNull();
});

test.each(['Acme Sans', 'Acme Sans, Noto Sans', 'monospace'])('%j is not', (families) => {
  expect(unmeasuredFont(families, undefined)?.message).toMatch(
    /^pictures in "(?:Acme Sans|monospace)" are laid out with the widths of Noto Sans$/,
  );
});

test("a flow's own font is told at its place, a theme's at the theme's", () => {
  const text =
    'id: a\ntitle: A\ntheme: { variables: { fontFamily: Acme Sans } }\nparticipants: { A: A }\nsteps: [A -> A: x]\n';
  const { flow } = compileFlow({ path: 'a.yaml', text });
  const found: Diagnostic[] = [];
  const themes = { light: 'light', dark: 'dark' };
  drawScene(flow!, { design: packagedDesign(), themes }, (one) => found.push(one));
  expect(found.map(({ code, span }) => `${code} ${text.slice(span?.start, span?.end)}`)).toEqual([
    'measured-fonts Acme Sans',
  ]);
});
