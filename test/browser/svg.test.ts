import { expect, test } from 'vitest';
import { scopeIds } from '../../src/browser/mermaid/svg-ids.js';
import { sizeSvg } from '../../src/browser/mermaid/svg-size.js';

test('a size from the view box', () => {
  const svg = '<svg width="100%" viewBox="-50 -10 450.5 200" style="max-width: 450.5px; background: red;"><svg/></svg>';
  expect(sizeSvg(svg)).toBe(
    '<svg width="450.5" height="200" viewBox="-50 -10 450.5 200" style="background: red;"><svg/></svg>',
  );
  expect(sizeSvg(svg, 901)).toContain('<svg width="901" height="400" viewBox="-50 -10 450.5 200"');
  expect(sizeSvg('<svg width="5"/>')).toBe('<svg width="5"/>');
});

test('no id without the diagram’s, none twice, whatever was drawn before', () => {
  const drawn = (
    from: number,
  ) => `<svg id="k" aria-labelledby="chart-title-k"><title id="chart-title-k">actor${from}</title>
<g id="root-${from}"/><g id="root-${from + 1}"/><line id="actor${from}"/><line id="actor${from}"/><a href="#actor${from}"/>
<path id="k-head"/><path id="k-head"/><path marker-end="url(#k-head)" name="x id=" class="y"/><g fill="url(#root-${from + 1})"/></svg>`;
  expect(scopeIds(drawn(7), 'k').replaceAll('actor7', 'actor12')).toBe(scopeIds(drawn(12), 'k'));
  expect(scopeIds(drawn(7), 'k'))
    .toBe(`<svg id="k" aria-labelledby="chart-title-k"><title id="chart-title-k">actor7</title>
<g id="k-0-root"/><g id="k-1-root"/><line id="k-0-actor"/><line id="k-1-actor"/><a href="#k-0-actor"/>
<path id="k-head"/><path id="k-1-head"/><path marker-end="url(#k-head)" name="x id=" class="y"/><g fill="url(#k-1-root)"/></svg>`);
});
