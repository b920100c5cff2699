/** Renders whatever a change affects, again and again, until the user ends it. Loaded on demand. */
import { join, resolve } from 'node:path';
import type { Request } from '../grammar/index.js';
import { authorHash } from '../output/index.js';
import { configNames, DEFAULT_FOLDER, displayPath, globBase, openFlows, STDIN } from '../project/index.js';
import type { OpenFlows, OpenProject } from '../project/index.js';
import { count, listing, printable, printError, printOutcome } from '../terminal/index.js';
import type { Outcome } from '../terminal/index.js';
import { UsageError } from '../world/index.js';
import type { Watcher, World } from '../world/index.js';
import { isError } from '../../source/index.js';
import { keepBrowser } from './keep-browser.js';
import { isChanged, recordReads } from './record-reads.js';
import type { RecordedReads } from './record-reads.js';

type RenderOpened = (opened: OpenFlows, request: Request, world: World) => Promise<Outcome>;

/** Prints the outcome of each render at once, and returns an empty one. */
export async function watchRender(render: RenderOpened, request: Request, world: World): Promise<Outcome> {
  checkRequest(request);
  const watcher = await world.watch();
  const browser = keepBrowser(world.openRasterizer);
  // A user who ends the run does not wait for pictures.
  watcher.ended.addEventListener('abort', () => void browser.close());
  const session: Session = { render, request, watcher, world: { ...world, openRasterizer: browser.open } };
  try {
    let state = await renderTouched(session, await openWatched(session), new Map());
    if (!watcher.ended.aborted)
      world.stderr.write(`watching ${count(state.reads.size, 'file')}; press Ctrl-C to stop\n`);
    for (let paths = await watcher.next(); paths; paths = await watcher.next()) {
      const changed = paths.filter((path) => isChanged(path, state.reads, world));
      if (changed.length > 0) state = await renderChange(session, state, changed);
    }
  } finally {
    await browser.close();
    await watcher.close();
  }
  return { diagnostics: [], paths: [] };
}

function checkRequest({ paths, options }: Request): void {
  if (options.stdout || options.output !== undefined) {
    throw new UsageError('--watch renders to a folder: use --out, not --stdout or --output');
  }
  if (paths.includes(STDIN)) throw new UsageError('--watch needs files: standard input is read once');
  if ((options.reporter ?? 'text') !== 'text')
    throw new UsageError('--watch does not end, so there is no report: remove --reporter');
}

interface Session {
  readonly render: RenderOpened;
  readonly request: Request;
  readonly watcher: Watcher;
  readonly world: World;
}

interface Opened {
  readonly opened: OpenFlows;
  readonly reads: RecordedReads['reads'];
}

interface State {
  readonly reads: RecordedReads['reads'];
  /** A key of what each flow without errors was last rendered from, by path. */
  readonly rendered: ReadonlyMap<string, string>;
}

/** A mistake that would end other runs is only reported, because it can be fixed while watching. */
async function renderChange(session: Session, state: State, changed: readonly string[]): Promise<State> {
  const { stderr } = session.world;
  const names = changed.map((path) => printable(displayPath(path, session.world)));
  const [more, shown] = [names.length - 3, names.length > 4 ? names.slice(0, 3) : names];
  stderr.write(`\nchanged: ${listing(shown.length < names.length ? [...shown, `${more} more`] : shown)}\n`);
  try {
    return await renderTouched(session, await openWatched(session), state.rendered);
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    printError(thrown.message, session.world);
    // Render again on any change.
    return { reads: new Map(), rendered: new Map() };
  }
}

/** Files are read again once they are watched, so that no change is missed. */
async function openWatched({ request, watcher, world }: Session): Promise<Opened> {
  for (;;) {
    const recorded = recordReads(world);
    const opened = await openFlows(request, recorded.world);
    const folders = [...searchedFolders(request, opened.projects, world)];
    const configs = configNames.map((name) => join(world.cwd, name));
    if (!(await watcher.add({ files: [...recorded.reads.keys(), ...configs], folders }))) {
      return { opened, reads: recorded.reads };
    }
  }
}

/** The folders in which a new file is a new flow or template. */
function searchedFolders({ paths }: Request, projects: readonly OpenProject[], { cwd }: World): Set<string> {
  const asked = paths.length > 0 ? paths : [DEFAULT_FOLDER];
  const configured = projects.flatMap(({ config: { folder, shape } }) =>
    (shape.flows?.map(({ value }) => value) ?? [DEFAULT_FOLDER]).map((path) => resolve(folder, globBase(path))),
  );
  const templates = projects.flatMap((project) => project.templates);
  return new Set([
    ...[...asked.map(globBase), ...templates].map((path) => resolve(cwd, path)),
    ...(paths.length > 0 ? [] : configured),
  ]);
}

async function renderTouched(session: Session, { opened, reads }: Opened, before: State['rendered']): Promise<State> {
  const { render, request, watcher, world } = session;
  const rendered = new Map<string, string>();
  const projects = opened.projects.map((project) => {
    const touched = project.flows.filter((compiled) => {
      const made = JSON.stringify([authorHash(compiled, project), project.options]);
      rendered.set(compiled.source.path, made);
      return before.get(compiled.source.path) !== made;
    });
    return { ...project, flows: touched };
  });
  const outcome = await render({ ...opened, projects }, request, world);
  if (watcher.ended.aborted) return { reads, rendered };
  printOutcome(outcome, 'text', world);
  if (outcome.diagnostics.some(isError)) world.stderr.write('the output of flows with errors was left unchanged\n');
  return { reads, rendered };
}
