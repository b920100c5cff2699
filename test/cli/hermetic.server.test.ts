/** The same flows give the same bytes whoever renders them, and where. */
import { spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = join(root, 'dist/main.js');

/** Names, titles and templates whose order and case depend on a language. */
function writeProject(project: string): void {
  for (const name of ['shared', 'saml-sp-initiated.yaml', 'client-credentials.yaml', 'token-exchange.yaml'])
    cpSync(join(root, 'flows', name), join(project, 'flows', name), { recursive: true });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
  const flow = (id: string, title: string) =>
    write(
      `flows/${id}.yaml`,
      `id: ${id}\ntitle: ${title}\nfamily: ${title}\nspecs: [RFC 6749 §4.4]\nparticipants: { I: İstanbul, i: ılık }\nsteps:\n  - I -> i: GET /TITLE?I=i\npage: { whenToUse: 1234567.5 }\n`,
    );
  ['Zebra', 'Ånger', 'ägare', 'Çizgi', 'ışık', 'İyi', 'Iyi', 'istif', '漢字', 'عربي', 'chata', 'hora'].forEach(
    (title, index) => flow(`flow-${index}`, title),
  );
  write('design/themes/İ.yaml', 'page: light\nbox: "#eeeeee"\n');
  write('design/themes/i.yaml', 'page: light\nbox: "#eeeeff"\n');
  write('design/mermaid/note.hbs', readFileSync(join(root, 'templates/mermaid/note.hbs'), 'utf8'));
  write(
    'authflow.config.yaml',
    'formats: [mermaid, text, page, alt, steps]\ntemplates: design\ndocs: [docs]\ngallery: { title: Flows }\n',
  );
  write(
    'docs/all.md',
    [...Array(12).keys()]
      .map((index) => `<!-- authflow:begin ../flows/flow-${index}.yaml -->\n<!-- authflow:end -->\n`)
      .join('\n'),
  );
}

interface Place {
  /** The project's folder in the temporary one. */
  readonly folder: string;
  /** The working folder, from the project's. */
  readonly from: string;
  readonly umask: string;
  readonly env: Readonly<Record<string, string>>;
  /** The id of another user, if the test may become one. */
  readonly user?: number;
}

/** Renders and embeds; returns every file that is there then, with its bytes, and the permissions of the manifest. */
function renderIn({ folder, from, umask, env, user }: Place) {
  const temporary = mkdtempSync(join(tmpdir(), 'authflow-'));
  onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
  const project = join(temporary, folder);
  writeProject(project);
  const other = user !== undefined && process.getuid?.() === 0 ? { uid: user, gid: user } : {};
  const all = readdirSync(temporary, { recursive: true, encoding: 'utf8' }).map((path) => join(temporary, path));
  if (other.uid !== undefined) for (const path of [temporary, ...all]) chownSync(path, other.uid, other.gid);
  for (const command of ['render', 'embed', 'check']) {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `umask ${umask}; exec "$0" "$@"`, process.execPath, main, command],
      {
        ...{ cwd: join(project, from), env: { PATH: process.env.PATH, HOME: temporary, ...env }, encoding: 'utf8' },
        ...other,
      },
    );
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  }
  const made = readdirSync(project, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(?:out|docs)\//.test(path),
  );
  return {
    files: new Map(made.sort().map((path) => [path, readFileSync(join(project, path), 'base64')])),
    mode: statSync(join(project, 'out/.authflow-manifest')).mode & 0o777,
  };
}

const here: Place = { folder: 'project', from: '.', umask: '022', env: { TZ: 'UTC', LC_ALL: 'C' } };

const others: Readonly<Record<string, Place>> = {
  'a time zone': { ...here, env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' } },
  'a language': { ...here, env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' } },
  'a language with another order': { ...here, env: { LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' } },
  'a umask': { ...here, umask: '077' },
  'a user': { ...here, env: { HOME: '/nonexistent', USER: 'nobody', LOGNAME: 'nobody' }, user: 65_534 },
  'a folder': { ...here, folder: 'deep/ä b/$(x)/project' },
  'a working folder': { ...here, folder: 'deep/project', from: '..' },
};

const first = renderHere();

function renderHere() {
  let made: ReturnType<typeof renderIn> | undefined;
  return () => (made ??= renderIn(here));
}

it.each(Object.keys(others))(
  'with another: %s',
  (name) => {
    const { files } = first();
    expect(files.size).toBeGreaterThan(60);
    expect(files.has('out/.authflow-manifest')).toBe(true);
    const place = others[name]!;
    const { files: same, mode } = renderIn(place);
    expect([...same.keys()]).toEqual([...files.keys()]);
    expect([...same].filter(([path, bytes]) => files.get(path) !== bytes).map(([path]) => path)).toEqual([]);
    expect(mode).toBe(0o666 & ~Number.parseInt(place.umask, 8));
  },
  60_000,
);
