/** Browsers that start while flows are compiled, where pictures will be drawn: for a batch, either takes about a second. */
import { resolve } from 'node:path';
import type { ReportNotice } from '../../browser/index.js';
import { pictureFormats } from '../grammar/index.js';
import { chooseDestination, chooseFormats } from '../output/index.js';
import { STDIN } from '../project/index.js';
import type { Project } from '../project/index.js';
import { isThere } from '../world/index.js';
import type { OpenRasterizer, World } from '../world/index.js';
import { jobsFor } from './browser-jobs.js';

/** Fewer pictures are compiled so fast that a browser is not started before their flows are known to have no error. */
const MANY = 5;

export interface EarlyBrowsers {
  /**
   * Starts as many as the pictures will need; fulfilled as soon as they are on their way. Where none or few are missing, as
   * in a run that changes nothing, starts none.
   */
  readonly foresee: (projects: readonly Project[]) => Promise<void>;
  /** Hands out those that were started, and then starts more. */
  readonly open: OpenRasterizer;
  /** Ends those that nobody asked for. */
  readonly close: () => Promise<void>;
}

export function earlyBrowsers(world: World): EarlyBrowsers {
  const started: EarlyBrowser[] = [];
  const start = startTellingOnce(world.openRasterizer);
  return {
    foresee: async (projects) => {
      const project = projects.find((each) => countMissing(each, world) >= MANY);
      if (!project) return;
      const jobs = jobsFor(countMissing(project, world), project.options, world);
      started.push(...Array.from({ length: jobs }, () => startEarly(start, project.options.browser, world)));
      await Promise.all(started.map(({ launched }) => launched));
    },
    open: (options) => started.shift()?.take(options) ?? start(options),
    close: async () => {
      await Promise.all(started.map(({ drop }) => drop()));
    },
  };
}

/** Every browser has the same to tell of this machine. */
function startTellingOnce(open: OpenRasterizer): OpenRasterizer {
  const told = new Set<string>();
  return ({ report, ...options }) =>
    open({
      ...options,
      report: (notice) => {
        if (!told.has(notice)) report?.(notice);
        told.add(notice);
      },
    });
}

interface EarlyBrowser {
  /** Never rejected. */
  readonly launched: Promise<void>;
  readonly take: OpenRasterizer;
  readonly drop: () => Promise<void>;
}

function startEarly(start: OpenRasterizer, browser: string | undefined, { stderr }: World): EarlyBrowser {
  let report: ReportNotice = (notice) => stderr.write(`${notice}\n`);
  const { promise: starting, launched } = announced((launching) =>
    start({ browser, report: (notice) => report(notice), launching }),
  );
  return {
    launched,
    take: (options) => {
      report = options.report ?? report;
      return starting;
    },
    drop: () => starting.then(({ close }) => close()).catch(() => undefined),
  };
}

/** What `start` promises, and when it says that it is on its way, or at its end. */
function announced<T>(start: (announce: () => void) => Promise<T>): { promise: Promise<T>; launched: Promise<void> } {
  const announcement: { made?: () => void } = {};
  const said = new Promise<void>((resolve) => (announcement.made = resolve));
  const promise = start(() => announcement.made?.());
  const ended = promise.then(
    () => undefined,
    () => undefined,
  );
  return { promise, launched: Promise.race([said, ended]) };
}

/** How many pictures are sure to be drawn if their flows have no error. */
function countMissing({ options, paths }: Project, world: World): number {
  const destination = chooseDestination(options);
  const formats = chooseFormats(options, destination) ?? [];
  const asked = pictureFormats.filter((format) => formats.includes(format));
  if (options.slides) return paths.length;
  if (destination.kind !== 'folder') return asked.length;
  const folder = resolve(world.cwd, destination.folder);
  const ids = asked.length === 0 ? [] : paths.flatMap((path) => idOf(path, world) ?? []);
  const files = ids.flatMap((id) => asked.map((format) => resolve(folder, `${id}.${format}`)));
  return files.filter((file) => !isThere(file, world)).length;
}

/** The flow's id, where it stands as most people write it; nothing is lost where it doesn't but time. */
function idOf(path: string, { files }: World): string | null {
  if (path === STDIN) return null;
  try {
    return /^id:[ \t]*(["']?)([a-z0-9-]+)\1[ \t]*(?:#.*)?$/m.exec(files.readFileSync(path, 'utf8'))?.[2] ?? null;
  } catch {
    return null;
  }
}
