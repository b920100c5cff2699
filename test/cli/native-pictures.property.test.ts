/** SVG that authflow draws itself: what the commands make of it. No test here has a browser. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { World } from '../../src/cli/world/world.js';
import { readStamp } from '../../src/stamp/stamp.js';
import { elementsIn, faultsOf, readSvg } from '../svg/read-svg.js';
import { fakeCanvas } from './fake-canvas.js';
import { fakeRasterizer, samplePicture } from './fake-rasterizer.js';
import { flow, tempWorld } from './temp-world.js';
import type { TempWorld, TempWorldOptions } from './temp-world.js';

const native = 'renderer: native\nformats: [text, svg]\n';

function project(options: TempWorldOptions = {}, config = native): TempWorld {
  const world = tempWorld(options);
  world.write('authflow.config.yaml', config);
  world.write('flows/a.yaml', flow('a'));
  return world;
}

const svgOf = (world: TempWorld, name = 'out/a.svg') => readSvg(world.read(name));
const stampOf = (world: TempWorld, name = 'out/a.svg') => readStamp('svg', readFileSync(world.path(name)));

describe('render', () => {
  it('draws SVG for light and for dark pages, without a browser', async () => {
    const world = project();
    const { code, stderr } = await world.run('render');
    expect(code).toBe(0);
    expect(stderr).toContain('3 files written');
    for (const name of ['a.svg', 'a.dark.svg']) expect(faultsOf(world.read(`out/${name}`))).toEqual([]);
    expect(svgOf(world).attributes.id).toBe('a_svg-picture');
    expect(svgOf(world, 'out/a.dark.svg').attributes.id).toBe('a_dark_svg-picture');
    expect(stampOf(world)).toMatchObject({ renderer: 'native', authflow: AUTHFLOW_VERSION, mermaid: null });
  });

  it('is the default; Mermaid is asked for by an option or in the configuration', async () => {
    const world = project({}, 'formats: [text]\n');
    expect((await world.run('render', '--format', 'svg')).code).toBe(0);
    expect((await world.run('render', '--format', 'svg', '--renderer', 'mermaid', '--out', 'other')).code).toBe(4);
    world.write('authflow.config.yaml', 'renderer: mermaid\n');
    expect((await world.run('render', '--format', 'svg', '--out', 'other')).code).toBe(4);
    expect((await world.run('render', '--format', 'svg', '--renderer', 'canvas')).code).toBe(2);
  });

  it('draws PNG and PDF by a canvas, each once', async () => {
    const { log, openCanvas } = fakeCanvas();
    const world = project({ openCanvas }, 'formats: [svg, png, pdf]\n');
    expect((await world.run('render')).code).toBe(0);
    const asked = log.requests.map(({ format, page, scale }) => [format, page, scale]);
    expect(asked.sort()).toEqual([
      ['pdf', 'dark', 1],
      ['pdf', 'light', 1],
      ['png', 'dark', 2],
      ['png', 'light', 2],
    ]);
    expect((await world.run('render')).stderr).toContain('0 files written, 6 unchanged');
    expect((await world.run('check')).code).toBe(0);
    expect((await world.run('render', '--format', 'png', '--scale', '3')).stderr).toContain('2 files written');
    expect((await world.run('check')).code).toBe(1);
    expect(log.opened).toBe(2);
  });

  it('reports letters that no font has at the flow, once, and draws the picture', async () => {
    const { openCanvas } = fakeCanvas(['日', '🔑']);
    const world = project({ openCanvas }, 'formats: [png, pdf]\n');
    const { code, stderr } = await world.run('render');
    expect(code).toBe(0);
    expect(stderr.match(/warning: .*/g)).toEqual([
      'warning: no font of the picture has 日 (U+65E5), 🔑 (U+1F511); a font of this machine drew them, or boxes stand in their place [known-letters]',
    ]);
    expect(stderr).toContain('flows/a.yaml:1:5: warning');
    expect(stderr).toContain('noto-color-emoji');
    expect(stderr).toContain('fonts: in authflow.config.yaml');
    expect(existsSync(world.path('out/a.pdf'))).toBe(true);
  });

  it('tells whose templates of Mermaid no longer change pictures, once, and how to keep them', async () => {
    const world = project(
      { openRasterizer: fakeRasterizer().openRasterizer },
      'templates: ours\nformats: [mermaid, svg]\n',
    );
    world.write('ours/mermaid/message.hbs', 'A->>B: ours\n');
    world.write('flows/b.yaml', flow('b'));
    const notice =
      /ours\/mermaid\/message\.hbs:1:1: notice: pictures do not follow templates of Mermaid.*renderer: mermaid/s;
    const { code, stderr } = await world.run('render');
    expect(code).toBe(0);
    expect(stderr).toMatch(notice);
    expect(stderr.match(/pictures-by-authflow/g)).toHaveLength(1);
    expect((await world.run('render', '--format', 'mermaid')).stderr).not.toContain('notice');
    for (const renderer of ['native', 'mermaid'])
      expect((await world.run('render', '--renderer', renderer)).stderr).not.toContain('pictures-by-authflow');
  });

  it('tells, in the same notice, which theme variables do not change pictures, and is silent about others', async () => {
    const themed = (id: string, variables: string) =>
      flow(id).replace('participants:', `theme: { variables: { ${variables} } }\nparticipants:`);
    const world = project({}, 'formats: [mermaid, svg]\n');
    world.write('flows/b.yaml', themed('b', 'actorBkg: "#ffffff", signalColor: "#111111", actorBorder: "#6d28d9"'));
    expect((await world.run('render')).stderr).not.toContain('notice');
    world.write('flows/c.yaml', themed('c', 'actorBkg: "#ffffff", primaryColor: "#eeeeee", fontSize: 18px'));
    world.write('flows/d.yaml', themed('d', 'fontSize: 18px'));
    const { code, stderr } = await world.run('render');
    expect(code).toBe(0);
    expect(stderr.match(/notice: .*/g)).toEqual([
      "notice: pictures do not follow Mermaid's theme variables primaryColor and fontSize: authflow draws pictures itself [pictures-by-authflow]",
    ]);
    expect(stderr).toMatch(/^flows\/c\.yaml:\d+:\d+: notice/m);
    world.write('ours/mermaid/message.hbs', 'A->>B: ours\n');
    world.write('authflow.config.yaml', 'templates: ours\nformats: [svg]\n');
    expect((await world.run('render')).stderr).toContain(
      "pictures do not follow templates of Mermaid and Mermaid's theme variables primaryColor and fontSize:",
    );
    rmSync(world.path('flows/c.yaml'));
    rmSync(world.path('flows/d.yaml'));
    expect((await world.run('render', '--theme', 'lavender')).stderr).toContain('not follow templates of Mermaid: ');
  });

  it('names the variables of a theme of its own, where a flow uses it', async () => {
    const world = project(
      {},
      'formats: [svg]\nthemes: { ours: { page: light, box: "#eeeeee", variables: { mainBkg: "#eeeeee" } } }\n',
    );
    expect((await world.run('render')).stderr).not.toContain('notice');
    expect((await world.run('render', '--theme', 'lavender')).stderr).not.toContain('notice');
    expect((await world.run('render', '--theme', 'ours')).stderr).toMatch(
      /^authflow\.config\.yaml:2:\d+: notice: pictures do not follow Mermaid's theme variable mainBkg:/m,
    );
  });

  it("draws again when a font of the project's own changes, and says what is wrong with one", async () => {
    const { openCanvas } = fakeCanvas();
    const world = project({ openCanvas }, 'formats: [png]\nfonts: [own.woff2]\n');
    world.write('own.woff2', readFileSync('fonts/NotoSansMono-Regular.woff2'));
    expect((await world.run('render')).code).toBe(0);
    expect((await world.run('check')).code).toBe(0);
    world.write('own.woff2', readFileSync('fonts/NotoSans-Bold.woff2'));
    expect((await world.run('check')).code).toBe(1);
    world.write('own.woff2', '<html>');
    const wrong = await world.run('render');
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain("authflow.config.yaml:2:9: error: can't read the font own.woff2: it is no font");
    rmSync(world.path('own.woff2'));
    expect((await world.run('check')).stderr).toContain("can't read the font own.woff2: no such file or folder");
  });

  it('draws SVG where a browser is missing for other formats', async () => {
    const world = project({}, 'renderer: native\nformats: [svg, png]\n');
    expect((await world.run('render')).code).toBe(4);
    expect(existsSync(world.path('out/a.svg'))).toBe(true);
  });

  it('writes nothing twice, and nothing new for another release that draws the same', async () => {
    const world = project();
    await world.runAs('1.0.0', 'render');
    const before = world.read('out/a.svg');
    expect((await world.run('render')).stderr).toContain('0 files written, 3 unchanged');
    world.write('out/a.svg', before.replace(`authflow/${AUTHFLOW_VERSION}`, 'authflow/0.0.1'));
    const { stderr } = await world.runAs('1.0.1', 'render');
    expect(stderr).toContain('0 files written, 3 unchanged');
  });

  it('draws one file for both kinds of page', async () => {
    const world = project();
    const { code } = await world.run('render', '--theme', 'auto');
    expect(code).toBe(0);
    expect(existsSync(world.path('out/a.dark.svg'))).toBe(false);
    expect(world.read('out/a.svg')).toContain('@media (prefers-color-scheme: dark)');
    expect(faultsOf(world.read('out/a.svg'))).toEqual([]);
  });

  it('draws the theme auto for each kind of page where the format holds only one', async () => {
    const { log, openCanvas } = fakeCanvas();
    const world = project({ openCanvas }, 'renderer: native\ntheme: auto\nformats: [mermaid, svg, png]\n');
    expect((await world.run('render')).code).toBe(0);
    expect(log.requests).toHaveLength(2);
    expect(['a.svg', 'a.dark.svg', 'a.png', 'a.dark.png'].map((name) => existsSync(world.path(`out/${name}`)))).toEqual(
      [true, false, true, true],
    );
    world.write('flows/b.yaml', `theme: host\n${flow('a')}`);
    await world.run('render', 'flows/b.yaml', '-o', 'host.mmd');
    expect(world.read('host.mmd')).toBe(world.read('out/a.mmd'));
  });

  it('says that Mermaid draws no such file', async () => {
    const world = project({}, 'formats: [svg]\nrenderer: mermaid\n');
    world.write('flows/a.yaml', `theme: auto\n${flow('a')}`);
    const { code, stderr } = await world.run('render');
    expect(code).toBe(1);
    expect(stderr).toContain('flows/a.yaml:1:8: error: the theme "auto" is a single SVG for light and dark pages');
    expect(stderr).toContain('renderer: mermaid');
  });

  it('takes a background and a width', async () => {
    const world = project();
    await world.run('render', '--background', 'rgba(255,0,0,0.5)', '--image-width', '333');
    const root = svgOf(world);
    expect(root.attributes.width).toBe('333');
    const [ground] = elementsIn(root).filter(({ name }) => name === 'rect');
    expect(ground?.attributes).toMatchObject({ fill: '#ff0000', 'fill-opacity': '0.5' });
    await world.run('render', '--background', 'transparent');
    const fills = elementsIn(svgOf(world)).filter(({ attributes }) => attributes.fill === '#ffffff');
    expect(fills).toEqual([]);
    const { code, stderr } = await world.run('render', '--background', 'reddish');
    expect(code).toBe(1);
    expect(stderr).toContain('"reddish" is not a colour');
  });

  it('writes one picture where it is told to, and prints it', async () => {
    const world = project();
    await world.run('render', 'flows/a.yaml', '-o', 'docs/login.svg');
    const { stdout } = await world.run('render', 'flows/a.yaml', '--format', 'svg', '--stdout');
    expect(stdout).toBe(world.read('docs/login.svg'));
    expect(faultsOf(stdout)).toEqual([]);
    expect(existsSync(world.path('docs/login.dark.svg'))).toBe(false);
  });

  it('embeds fonts, or says what is missing', async () => {
    const families = { sans: 'authflow a_svg', mono: 'authflow a_svg mono' };
    const asked: string[] = [];
    const world = project({
      embedTexts: ({ svgId, faces }) => {
        asked.push(svgId, ...faces.map(({ text }) => text));
        return Promise.resolve({ families, css: '@font-face{}' });
      },
    });
    expect((await world.run('render', '--embed-fonts')).code).toBe(0);
    expect(asked).toContain('a_svg');
    expect(asked.join('')).toContain('Anna');
    expect(world.read('out/a.svg')).toContain('<style>@font-face{}</style>');
    expect(svgOf(world).attributes['font-family']).toMatch(/^'authflow a_svg','Noto Sans'/);
    expect((await world.run('render', '--embed-fonts')).stderr).toContain('0 files written');
    expect((await world.run('check', '--embed-fonts')).code).toBe(0);
    expect((await world.run('check')).code).toBe(1);

    const bare = project();
    const { code, stderr } = await bare.run('render', '--embed-fonts');
    expect(code).toBe(4);
    expect(stderr).toContain('get fonts');
    expect(existsSync(bare.path('out/a.txt'))).toBe(true);
  });
});

describe('check', () => {
  it('finds a picture current, missing, stale, edited, in conflict, or made by nobody', async () => {
    const world = project();
    await world.run('render');
    const current = world.read('out/a.svg');
    expect((await world.run('check')).code).toBe(0);

    world.write('out/a.svg', current.replaceAll('\n', '\r\n'));
    expect((await world.run('check')).code).toBe(0);

    rmSync(world.path('out/a.svg'));
    const missing = await world.run('check');
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('out/a.svg is missing');
    expect(missing.stderr).toContain('fix with: authflow render flows/a.yaml');

    world.write('out/a.svg', current.replace('Anna', 'Eve'));
    const edited = await world.run('check');
    expect(edited.code).toBe(1);
    expect(edited.stderr).toContain('out/a.svg: error: was edited by hand [unedited-output]');
    expect(edited.stderr).toContain('edit flows/a.yaml instead');

    world.write('out/a.svg', `<<<<<<< ours\n${current}=======\n${current}>>>>>>> theirs\n`);
    expect((await world.run('check')).stderr).toContain('merge-conflict');

    world.write('out/a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>\n');
    expect((await world.run('check')).code).toBe(1);

    world.write('out/a.svg', current);
    world.write('flows/a.yaml', flow('a', 'Good bye'));
    const stale = await world.run('check');
    expect(stale.code).toBe(1);
    expect(stale.stderr).toContain('out/a.svg: error: was drawn from a different version of flows/a.yaml');
    await world.run('render');
    expect((await world.run('check')).code).toBe(0);
  });

  it('knows what another release has drawn differently', async () => {
    const world = project();
    await world.runAs('1.0.0', 'render');
    expect((await world.runAs('1.0.1', 'check')).code).toBe(0);
    // As if 1.0.0 had drawn another picture.
    const drawn = world.read('out/a.svg').replace('Anna', 'Ann');
    const manifest = world.read('out/.authflow-manifest');
    const { manifestLine } = await import('../../src/cli/output/index.js');
    const [old, now] = [world.read('out/a.svg'), drawn].map(
      (content) => manifestLine(content, { author: '', release: null }).content,
    );
    world.write('out/a.svg', drawn);
    world.write('out/.authflow-manifest', manifest.replace(old!, now!));
    const { code, stderr } = await world.runAs('1.0.1', 'check');
    expect(code).toBe(0);
    expect(stderr).toContain('same-tool');
    expect((await world.runAs('1.0.1', 'check', '--strict-tool')).code).toBe(1);
    expect((await world.runAs('1.0.1', 'render')).stderr).toContain('by authflow 1.0.1');
    expect((await world.runAs('1.0.0', 'check')).code).toBe(0);
  });

  it('takes a picture of the other renderer for no mistake, in both directions, until its flow changes', async () => {
    const { openRasterizer } = fakeRasterizer();
    const world = project({ openRasterizer }, 'formats: [text, svg]\n');
    await world.run('render', '--renderer', 'mermaid');
    const { code, stderr } = await world.run('check');
    expect(code).toBe(0);
    expect(stderr).toContain('notice: 2 pictures differ only because Mermaid drew them [same-tool]\n');
    expect(stderr).toContain('update with: authflow render\n');
    expect(stderr).toContain('or keep pictures by Mermaid with this line in authflow.config.yaml: renderer: mermaid\n');
    expect((await world.run('check', '--strict-tool')).code).toBe(1);
    await world.run('render');
    expect((await world.run('check')).stderr).not.toContain('notice');
    const back = await world.run('check', '--renderer', 'mermaid');
    expect(back.code).toBe(0);
    expect(back.stderr).toContain('2 pictures differ only because authflow itself drew them');
    await world.run('render', '--renderer', 'mermaid');
    expect((await world.run('check', '--renderer', 'mermaid')).stderr).not.toContain('notice');
    expect(world.read('out/.authflow-manifest')).not.toContain('a.svg');
    world.write('flows/a.yaml', flow('a', 'Bye'));
    const changed = await world.run('check');
    expect(changed.code).toBe(1);
    expect(changed.stderr).toContain('out/a.svg: error: was drawn from a different version of flows/a.yaml');
  });

  it('judges a picture of the other renderer by its own stamp, where no text shows that the flow has changed', async () => {
    const { openRasterizer } = fakeRasterizer();
    const world = project({ openRasterizer }, 'formats: [svg]\n');
    const edited = [flow('a', 'Bye'), flow('a', 'Hello')];
    await world.run('render', '--renderer', 'mermaid');
    expect((await world.run('check')).code).toBe(0);
    world.write('flows/a.yaml', edited[0]!);
    expect(await world.run('check')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('out/a.svg: error: was drawn from a different version of flows/a.yaml') as string,
    });
    // Another release may have written another Mermaid.
    const drawn = world.read('out/a.svg');
    for (const name of ['a', 'a.dark'])
      world.write(`out/${name}.svg`, world.read(`out/${name}.svg`).replace(/authflow\/\S+/, 'authflow/0.0.1'));
    expect((await world.run('check')).code).toBe(0);
    world.write('out/a.svg', drawn);
    expect((await world.run('check')).code).toBe(1);
    await world.run('render');
    world.write('flows/a.yaml', edited[1]!);
    expect((await world.run('check', '--renderer', 'mermaid')).code).toBe(1);
    world.write('flows/a.yaml', edited[0]!);
    expect((await world.run('check', '--renderer', 'mermaid')).code).toBe(0);
  });

  it('believes the manifest about an SVG that nobody touched, and draws the others', async () => {
    const world = project();
    await world.runAs('1.0.0', 'render');
    const line = /^.* a\.svg .*$|^a\.svg .*$/m.exec(world.read('out/.authflow-manifest'))?.[0] ?? '';
    expect(line).not.toBe('');
    expect((await world.runAs('1.0.0', 'check')).code).toBe(0);
    world.write('out/a.svg', world.read('out/a.svg').replace('Hello', 'Adieu'));
    expect((await world.runAs('1.0.0', 'check')).stderr).toContain('out/a.svg: error: was edited by hand');
  });
});

describe('the folder', () => {
  it('does not list pictures that git ignores, so that its manifest is the same where nobody makes them', async () => {
    const asked: string[] = [];
    const git: World['git'] = ([command], _cwd, input = '') => {
      const names = input.split('\0').filter((name) => /a(?:\.dark)?\.svg$/.test(name));
      if (command === 'check-ignore') asked.push(input);
      return { status: command === 'check-ignore' && names.length > 0 ? 0 : 1, stdout: names.join('\0'), stderr: '' };
    };
    const world = project({ git });
    world.write('flows/b.yaml', flow('b'));
    await world.run('render', '--format', 'text');
    await world.run('render', 'flows/b.yaml', '--format', 'svg');
    const committed = world.read('out/.authflow-manifest');
    expect(committed).toContain('b.svg');
    await world.run('render');
    expect(world.read('out/.authflow-manifest')).toBe(committed);
    expect(asked.length).toBeGreaterThan(0);
    expect((await world.run('check')).code).toBe(0);
    rmSync(world.path('out/a.svg'));
    rmSync(world.path('out/a.dark.svg'));
    world.write('authflow.config.yaml', 'theme: host\n');
    await world.run('render');
    expect((await world.run('check', 'flows/a.yaml')).code).toBe(0);
  });

  it('is compared by pixels where that is asked for, and not otherwise', async () => {
    const { log, openCanvas } = fakeCanvas();
    const world = project({ openCanvas }, 'formats: [text, png]\n');
    await world.run('render');
    const drawn = log.requests.length;
    expect((await world.run('check', '--strict-pictures')).code).toBe(0);
    expect(log.requests.length).toBe(2 * drawn);
    const png = readFileSync(world.path('out/a.png'));
    world.write('out/a.png', Buffer.from(png.toString('latin1').replace('teXta', 'teXtb'), 'latin1'));
    expect((await world.run('check')).code).toBe(0);
    expect(log.requests.length).toBe(2 * drawn);
    const { code, stderr } = await world.run('check', '--strict-pictures');
    expect(code).toBe(1);
    expect(stderr).toContain('out/a.png: error: is not what is drawn now: it differs by up to 9 of 255 levels');
    world.write('authflow.config.yaml', 'formats: [text]\n');
    world.write('out/a.png', samplePicture({ id: 'theirs', format: 'png' }));
    await world.run('render');
    expect((await world.run('check', '--strict-pictures')).stderr).not.toContain('a.png');
    const without = project({}, 'formats: [text, png]\n');
    without.write('out/a.png', png);
    without.write('out/a.dark.png', readFileSync(world.path('out/a.dark.png')));
    await without.run('render', '--format', 'text');
    expect((await without.run('check')).code).toBe(0);
    expect((await without.run('check', '--strict-pictures')).code).toBe(4);
  });

  it('has PDFs drawn again, too: other bytes are one notice, since another processor may have drawn them', async () => {
    const { openCanvas } = fakeCanvas();
    const world = project({ openCanvas }, 'formats: [text, pdf]\n');
    await world.runAs('1.0.0', 'render');
    const edit = (name: string) => {
      const pdf = readFileSync(world.path(name)).toString('latin1');
      world.write(name, Buffer.from(pdf.replace('\n% a\n', '\n% b\n'), 'latin1'));
    };
    // The version in its stamp is no part of what it draws.
    expect((await world.runAs('2.0.0', 'check', '--strict-pictures')).stderr).not.toContain('.pdf');
    edit('out/a.pdf');
    const one = await world.run('check', '--strict-pictures');
    expect(one.code).toBe(0);
    expect(one.stderr).toContain('out/a.pdf: notice: has other bytes than what is drawn now');
    edit('out/a.dark.pdf');
    expect((await world.run('check')).stderr).not.toContain('.pdf');
    const two = await world.run('check', '--strict-pictures', '--strict-tool');
    expect(two.code).toBe(1);
    expect(two.stderr).toContain('out/a.pdf: error: 2 PDFs have other bytes');
    expect(two.stderr).toContain('then fix with: authflow render');
  });

  it('is not blamed where no font has the letters that it is drawn with', async () => {
    const world = project({ openCanvas: fakeCanvas().openCanvas }, 'formats: [text, png, pdf]\n');
    await world.run('render');
    const bare = project({ openCanvas: fakeCanvas(['🔑']).openCanvas }, 'formats: [text, png, pdf]\n');
    for (const name of ['a.png', 'a.dark.png', 'a.pdf', 'a.dark.pdf'])
      bare.write(`out/${name}`, readFileSync(world.path(`out/${name}`)));
    await bare.run('render', '--format', 'text');
    expect((await bare.run('check', '--strict-pictures')).stderr).not.toContain('known-letters');
    const png = readFileSync(bare.path('out/a.png')).toString('latin1');
    bare.write('out/a.png', Buffer.from(png.replace('teXta', 'teXtb'), 'latin1'));
    const { code, stderr } = await bare.run('check', '--strict-pictures');
    expect(code).toBe(0);
    expect(stderr.match(/no font of the picture has 🔑/g)).toHaveLength(1);
    expect(stderr).not.toContain('is not what is drawn now');
  });

  it('loses the pictures of flows that are gone, but no edited one', async () => {
    const world = project();
    world.write('flows/b.yaml', flow('b'));
    await world.run('render');
    world.write('out/b.svg', world.read('out/b.svg').replace('Anna', 'Eve'));
    rmSync(world.path('flows/b.yaml'));
    expect((await world.run('check')).stderr).toContain('b.dark.svg');
    const { stderr } = await world.run('render', '--prune');
    expect(stderr).toContain('deleted out/b.dark.svg');
    expect(stderr).toContain('kept because it was edited by hand');
    expect(existsSync(world.path('out/b.svg'))).toBe(true);
  });

  it('has a picture for each block that shows one', async () => {
    const world = project({}, 'renderer: native\nformats: [svg]\ntheme: auto\n');
    world.write('docs/page.md', '<!-- authflow:begin ../flows/a.yaml picture -->\n<!-- authflow:end -->\n');
    await world.run('render');
    expect((await world.run('embed')).code).toBe(0);
    const page = world.read('docs/page.md');
    expect(page).toContain('<img alt="a" src="../out/a.svg" />');
    expect(page).not.toContain('<source');
    expect((await world.run('check')).code).toBe(0);
  });
});
