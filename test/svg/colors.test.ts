/** The colours of a picture: for both kinds of page in one file, and as classes. */
import { describe, expect, it } from 'vitest';
import { separate } from '../../src/svg/colors.js';
import { printSvg, svgStyles } from '../../src/svg/index.js';
import { everything, run, scene, text } from './scenes.js';

const colors = {
  ground: { light: '#ffffff', dark: '#0d1117' },
  card: { light: '#ffffff', dark: '#171d26' },
  note: { light: '#ffffff', dark: '#171d26' },
  near: { light: '#fffffe', dark: '#000000' },
  head: { light: '#ffffff', dark: '#111111' },
  pill: { light: '#dfe5ed', dark: '#2c3541' },
};

describe('colours that tell tokens apart', () => {
  const light = separate(colors);

  it('differ where those for dark pages differ', () => {
    const byColor = new Map<string, Set<string>>();
    for (const [token, { dark }] of Object.entries(colors)) {
      const color = light.get(token)!;
      byColor.set(color, (byColor.get(color) ?? new Set()).add(dark));
    }
    expect([...byColor.values()].filter((darks) => darks.size > 1)).toEqual([]);
  });

  it('stay where they can, and move by the smallest step', () => {
    expect([...light]).toEqual([
      ['ground', '#ffffff'],
      ['card', '#fffeff'],
      ['note', '#fffeff'],
      ['near', '#fffffe'],
      ['head', '#feffff'],
      ['pill', '#dfe5ed'],
    ]);
  });

  it('leave out a colour that is no token', () => {
    expect(separate({ ground: colors.ground }, '#ffffff').get('ground')).toBe('#fffffe');
    expect(separate({ ground: colors.ground }, '#fffffe').get('ground')).toBe('#ffffff');
  });

  it('are found even if all tokens are white', () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`t${index}`, { light: '#ffffff', dark: `#00${index + 0x1000}` }]),
    );
    expect(new Set(separate(many).values()).size).toBe(40);
  });
});

describe('a picture for both kinds of page', () => {
  const auto = (more: Parameters<typeof scene>[0] = {}, background?: { color: string; opacity: number }) =>
    printSvg(scene(more), { idPrefix: 'p-', page: 'auto', background });

  it('maps only the colours that it has', () => {
    expect(auto()).toContain(
      '<style>@media (prefers-color-scheme: dark){#p-picture [fill="#ffffff"]{fill:#0d1117}}</style>',
    );
  });

  it('has no rule for a colour that is the same in the dark', () => {
    const same = { ...scene().colors, ground: { light: '#ffffff', dark: '#ffffff' } };
    expect(auto({ colors: same })).not.toContain('<style>');
  });

  it('leaves a ground of its own as it is', () => {
    const heads = [text([run('a', { color: 'card' })])];
    const svg = auto({ heads }, { color: '#fefefe', opacity: 1 });
    expect(svg).toContain('<rect width="200" height="100" fill="#fefefe"/>');
    expect(svg).toContain('[fill="#fefefd"]{fill:#171d26}');
    expect(svg).not.toContain('[fill="#fefefe"]');
  });
});

describe('classes', () => {
  const zones = { ...scene().colors, 'zone-Übung a': { light: '#eeeeee', dark: '#222222' } };
  const drawn = scene({ colors: zones, heads: [text([run('a', { color: 'zone-Übung a' })])] });

  it('have rules for each colour that a picture can have', () => {
    const svg = printSvg({ ...everything, colors: zones, heads: drawn.heads }, { idPrefix: '', colors: 'classes' });
    const css = svgStyles(drawn);
    const names = [...svg.matchAll(/(?<=\sclass=")[^"]+/g)].flatMap(([found]) => found.split(' '));
    expect(names.length).toBeGreaterThan(5);
    const missing = names.filter((name) => name !== 'authflow' && !css.includes(`.authflow .${name}{`));
    expect(missing).toEqual([]);
    expect(svg).not.toMatch(/style|#[\da-f]{6}/);
  });

  it('take their colours from custom properties', () => {
    const css = svgStyles(drawn);
    const declared = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    expect(
      [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name).filter((name) => !declared.has(name)),
    ).toEqual([]);
    expect(css).toContain('svg.authflow{--authflow-ground:#ffffff;');
    expect(css).toContain('@media (prefers-color-scheme: dark){svg.authflow{--authflow-ground:#0d1117;');
  });

  it('can follow a switch of the page', () => {
    const css = svgStyles(drawn, { page: 'dark', selector: '[data-theme=dark] svg' });
    expect(css).toContain('[data-theme=dark] svg{--authflow-ground:#0d1117;');
    expect(css).not.toContain('@media');
  });

  it('differ for tokens that differ', () => {
    const names = ['a b', 'a_b', 'a_20_b', 'ab', 'Ab', 'ü', 'u'];
    const css = svgStyles({ colors: Object.fromEntries(names.map((name) => [name, colors.ground])) });
    expect(new Set([...css.matchAll(/\.fill-[\w-]+/g)].map(String)).size).toBe(names.length);
  });
});
