/** Shards: what all of them say together is what a run without them says, and each flow is in one. */
import { describe, expect, it } from 'vitest';
import { flow, tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

const ids = Array.from({ length: 24 }, (_, index) => `flow-${index}`);

const shardsOf = (total: number) => Array.from({ length: total }, (_, index) => `${index + 1}/${total}`);

/** The flows that a command looks at, by shard. */
async function flowsByShard(world: TempWorld, total: number): Promise<readonly (readonly string[])[]> {
  const shards: (readonly string[])[] = [];
  for (const shard of shardsOf(total)) {
    const { stderr } = await world.run('lint', '--verbose', '--shard', shard);
    shards.push([...stderr.matchAll(/^(\S+\.yaml): /gm)].map(([, path = '']) => path));
  }
  return shards;
}

function writeFlows(world: TempWorld, names: readonly string[]): void {
  for (const id of names) world.write(`flows/${id}.yaml`, flow(id));
}

describe('a flow', () => {
  it.each([1, 2, 3, 7])('is in one of %i shards', async (total) => {
    const world = tempWorld();
    writeFlows(world, ids);
    const shards = await flowsByShard(world, total);
    expect(shards.flat().sort()).toEqual(ids.map((id) => `flows/${id}.yaml`).sort());
    expect(shards.filter((flows) => flows.length > 0)).toHaveLength(total);
  });

  it('stays in its shard when others come, on every machine', async () => {
    const world = tempWorld();
    writeFlows(world, ['login', 'logout', 'consent']);
    world.write('flows/caf\u00e9.yaml', flow('cafe'));
    world.write('flows/deep/er.yaml', flow('deeper'));
    const before = await flowsByShard(world, 4);
    expect(before).toMatchInlineSnapshot(`
      [
        [
          "flows/deep/er.yaml",
        ],
        [
          "flows/logout.yaml",
        ],
        [
          "flows/café.yaml",
        ],
        [
          "flows/consent.yaml",
          "flows/login.yaml",
        ],
      ]
    `);
    writeFlows(world, ids);
    const after = await flowsByShard(world, 4);
    expect(after.map((flows) => flows.filter((path) => !path.includes('flow-')))).toEqual(before);
  });

  it('is in the same shard wherever the command runs', async () => {
    const world = tempWorld();
    for (const id of ids) world.write(`docs/auth/flows/${id}.yaml`, flow(id));
    world.write('docs/auth/authflow.config.yaml', 'formats: [mermaid]\n');
    const here = await world.run('check', '--shard', '2/3', '--reporter', 'json');
    const there = await world.run('check', 'docs/auth/flows', '--shard', '2/3', '--reporter', 'json');
    expect(JSON.parse(there.stdout)).toEqual(JSON.parse(here.stdout));
  });
});

const insecure = `id: insecure
title: Token in a URL
participants:
  C: { label: Client, kind: confidential-client }
  RS: { label: API, kind: resource-server, url: 'https://api.example.com' }
steps:
  - C -> RS: GET /v1/me
    request: { query: { access_token: abc } }
`;

/** Mistakes of each kind: in flows, between flows, in output, in documents. */
function writeMistakes(world: TempWorld): void {
  world.write('flows/broken.yaml', flow('broken').replace('A -> B', 'A -> C'));
  world.write('flows/no-yaml.yaml', 'id: no-yaml\n"');
  world.write('flows/double-a.yaml', flow('double'));
  world.write('flows/double-b.yaml', flow('double'));
  world.write('flows/double-c.yaml', `${flow('double')}unknown: 1\n`);
  world.write('flows/extends.yaml', 'extends: flow-3\n');
  world.write('flows/insecure.yaml', insecure);
  world.write('flows/flow-4.yaml', flow('flow-4', 'Bye'));
  world.write('flows/new.yaml', flow('new'));
  world.write('out/flow-5.mmd', 'mine\n');
  world.write('out/README.md', 'mine\n');
  world.write('docs/flow-6.md', world.read('docs/flow-6.md').replace('Hello', 'Bye'));
  world.write('docs/none.md', '<!-- authflow:begin ../flows/none.yaml -->\n<!-- authflow:end -->\n');
}

async function project(): Promise<TempWorld> {
  const world = tempWorld();
  world.write('authflow.config.yaml', 'docs: [docs]\ngallery: { title: Flows }\n');
  writeFlows(world, [...ids, 'old']);
  for (const id of ids) {
    world.write(`docs/${id}.md`, `<!-- authflow:begin ../flows/${id}.yaml -->\n<!-- authflow:end -->\n`);
  }
  await world.run('render');
  await world.run('embed');
  world.write('flows/old.yaml', '# nothing\n');
  return world;
}

/** What a run finds, sorted. Some of it, such as mistakes in the configuration, every shard says. */
async function findings(world: TempWorld, ...words: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await world.run(...words, '--reporter', 'json');
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly unknown[] };
  return diagnostics.map((found) => JSON.stringify(found)).sort();
}

async function findingsOfShards(
  world: TempWorld,
  total: number,
  ...words: readonly string[]
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const shard of shardsOf(total)) found.push(...(await findings(world, ...words, '--shard', shard)));
  return [...new Set(found)].sort();
}

describe('all shards together', () => {
  it.each([2, 5])('find what one run finds (%i)', async (total) => {
    const world = await project();
    writeMistakes(world);
    for (const words of [['check'], ['lint'], ['check', 'flows', 'docs/flow-6.md'], ['check', 'flows/_none.yaml']]) {
      const all = await findings(world, ...words);
      expect(await findingsOfShards(world, total, ...words)).toEqual(all);
    }
    const codes = (await findings(world, 'check')).map((found) => (JSON.parse(found) as { code: string }).code);
    expect([...new Set(codes)].sort()).toEqual([
      'SEC015',
      'current-output',
      'known-citations',
      'known-keys',
      'known-participants',
      'unedited-blocks',
      'unedited-output',
      'unique-flow-ids',
      'yaml-syntax',
    ]);
  });

  it('find orphans and an old gallery', async () => {
    const world = await project();
    world.write('flows/old.yaml', flow('other'));
    const all = await findings(world, 'check');
    expect(all.filter((found) => found.includes('no-orphans'))).toHaveLength(2);
    expect(all.filter((found) => found.includes('out/README.md'))).toHaveLength(1);
    expect(await findingsOfShards(world, 3, 'check')).toEqual(all);
  });

  it('say which entries of a baseline are gone', async () => {
    const world = tempWorld();
    world.write('authflow.config.yaml', 'lint: { baseline: baseline.txt }\n');
    writeFlows(world, ids);
    for (const id of ['a', 'b', 'c', 'd', 'e']) world.write(`flows/${id}.yaml`, insecure.replace('insecure', id));
    await world.run('lint', '--update-baseline');
    await world.run('render');
    // Fixed, deleted, broken, worse.
    world.write('flows/a.yaml', flow('a'));
    world.write('flows/b.yaml', flow('other'));
    world.write('flows/c.yaml', insecure.replace('insecure', 'c').replace('C -> RS', 'C -> X'));
    world.write('flows/d.yaml', `${insecure.replace('insecure', 'd')}${insecure.split('steps:\n')[1]}`);
    for (const words of [['check'], ['lint']]) {
      const all = await findings(world, ...words);
      const gone = all.filter((found) => found.includes('unused-baseline'));
      expect(gone.map((found) => / in (\w) is gone/.exec(found)?.[1])).toEqual(['a', 'b']);
      expect(await findingsOfShards(world, 3, ...words)).toEqual(all);
    }
  });

  it('find two flows of one id in projects with one baseline', async () => {
    const world = tempWorld();
    for (const [folder, id] of [
      ['web', 'login'],
      ['mobile', 'other'],
      ['desktop', 'login'],
    ]) {
      world.write(`${folder}/authflow.config.yaml`, 'lint: { baseline: ../baseline.txt }\nout: ../out\n');
      world.write(`${folder}/flows/${folder}.yaml`, insecure.replace('insecure', id!));
    }
    world.write('baseline.txt', '');
    const all = await findings(world, 'lint');
    expect(all.filter((found) => found.includes('unique-flow-ids'))).toHaveLength(1);
    for (const total of [2, 3, 5]) expect(await findingsOfShards(world, total, 'lint')).toEqual(all);
  });

  it('render what one run renders', async () => {
    const [world, sharded] = [await project(), await project()];
    const read = (one: TempWorld, name: string) => one.read(`out/${name}`);
    for (const one of [world, sharded]) one.write('flows/old.yaml', flow('old', 'Bye'));
    await world.run('render');
    for (const shard of shardsOf(3)) expect(await sharded.run('render', '--shard', shard)).toMatchObject({ code: 0 });
    for (const name of ['old.mmd', 'README.md', '.authflow-manifest'])
      expect(read(sharded, name)).toBe(read(world, name));
  });
});

it.each(['0/4', '5/4', '4', 'a', '1/0', '-1/4', '1/1001', '1/4/2', '1.5/4', ''])(
  'refuses the shard %j',
  async (shard) => {
    const world = tempWorld();
    writeFlows(world, ['a']);
    const { code, stderr } = await world.run('check', `--shard=${shard}`);
    expect(code).toBe(2);
    expect(stderr).toContain('2/4');
  },
);

it('refuses to prune in a shard', async () => {
  const { code, stderr } = await tempWorld().run('render', '--prune', '--shard', '1/2');
  expect(code).toBe(2);
  expect(stderr).toContain('remove --shard');
});

it('refuses to write a baseline in a shard', async () => {
  const world = tempWorld();
  writeFlows(world, ['a']);
  const { code, stderr } = await world.run('lint', '--baseline', 'b.txt', '--update-baseline', '--shard', '1/2');
  expect(code).toBe(2);
  expect(stderr).toContain('remove --shard');
});

it('says that a shard is empty', async () => {
  const world = tempWorld();
  writeFlows(world, ['a']);
  const said = await Promise.all(shardsOf(2).map((shard) => tempRun(world, shard)));
  expect(said.filter(({ code }) => code === 0)).toHaveLength(1);
  expect(said.map(({ stderr }) => stderr).join('')).toMatch(
    /nothing to check: no flow or document is in shard [12]\/2\n/,
  );
});

const tempRun = (world: TempWorld, shard: string) => world.run('check', '--shard', shard);
