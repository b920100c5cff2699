import { describe, expect, test } from 'vitest';
import { highestDiagram, slideScale, slideSvg, textPoints } from '../../src/deck/slide.js';
import type { SlideRequest } from '../../src/deck/slide.js';

const size = { width: 2560, height: 1440 };

describe('text on a slide', () => {
  test('is as large as the slide allows, and 20 points at most', () => {
    expect(textPoints(size, { width: 100, height: 100 })).toBeCloseTo(20);
    expect(textPoints(size, { width: 1300, height: 400 })).toBeLessThan(20);
  });

  test('is as large on any size of the same form', () => {
    const diagram = { width: 900, height: 700 };
    expect(textPoints({ width: 1280, height: 720 }, diagram)).toBeCloseTo(textPoints(size, diagram));
  });

  test('has the points asked for in the highest diagram', () => {
    expect(textPoints(size, { width: 100, height: highestDiagram(size, 10) })).toBeCloseTo(10);
  });
});

const request: SlideRequest = {
  id: 'k_svg',
  lang: '',
  size,
  diagram:
    '<?xml version="1.0"?>\n<svg width="100" height="50" viewBox="-50 -10 100 50" style="max-width: 100px"><g/></svg>\n',
  diagramSize: { width: 100, height: 50 },
  title: 'A <b> & "c"',
  background: '#fff',
  color: '#000',
  reveal: null,
};

test('the diagram keeps its form and its view', () => {
  const svg = slideSvg(request);
  const scale = slideScale(size, request.diagramSize);
  const [, width, height] =
    /<svg x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="([\d.]+)" viewBox="-50 -10 100 50">/.exec(svg) ?? [];
  expect([Number(width), Number(height)]).toEqual([100 * scale, 50 * scale]);
  expect(svg).toContain('>A &lt;b&gt; &amp; &quot;c&quot;</text>');
  expect(svg).not.toContain('<?xml');
});

test('a long title is smaller, not cut off', () => {
  const font = (title: string) => Number(/font-size="(\d+)"/.exec(slideSvg({ ...request, title }))?.[1]);
  expect(font('Short')).toBe(55);
  expect(font('x'.repeat(200)) * 200 * 0.6).toBeLessThan(2560);
  expect(font('長'.repeat(100)) * 100).toBeLessThan(2560);
});

test('a reveal draws the diagram in one place, above and below the line', () => {
  const places = (svg: string) => svg.match(/<svg x="[^>]*>/g);
  const whole = slideSvg(request);
  const part = slideSvg({ ...request, reveal: { until: 20, rest: 0 } });
  expect(places(part)).toEqual([...(places(whole) ?? []), ...(places(whole) ?? [])]);
  expect(part).toContain('display:none');
  expect(slideSvg({ ...request, reveal: { until: 20, rest: 0.25 } })).toContain('opacity:0.25');
});

test('its ids are its own, and those of a diagram that is drawn twice differ', () => {
  const diagram =
    '<svg id="d_svg" width="1"><style>#d_svg .a{fill:url(#d_svg-b)}</style><g id="d_svg-b"/><path fill="url(#d_svg-b)"/><text>d_svg</text></svg>';
  const renamed = (id: string): string => diagram.replaceAll('d_svg', id).replace(`>${id}<`, '>d_svg<');
  const inside = (svg: string) => svg.replaceAll(/ (?:x|y|width|height)="[^"]*"/g, '');
  expect(inside(slideSvg({ ...request, diagram }))).toContain(inside(renamed('k_svg-shown')));
  const part = slideSvg({ ...request, diagram, reveal: { until: 20, rest: 0 } });
  expect(inside(part)).toContain(inside(renamed('k_svg-shown')));
  expect(inside(part)).toContain(inside(renamed('k_svg-later')));
  const ids = [...part.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
});
