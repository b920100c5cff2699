/** Names the files that a flow is made of, and those that are made of it: for task runners, which keep results. */
import { join, resolve } from 'node:path';
import { DEFAULT_OUT, displayPath, fileOf, makeOptions, STDIN_PATH } from '../project/index.js';
import type { CompiledFlow, DesignedProject } from '../project/index.js';
import { planWork } from '../pictures/index.js';
import type { World } from '../world/index.js';
import { bytesFormats, defaultFormats, textFormats, textOutput } from '../../render.js';

/**
 * The files that were read for a flow, as in messages: the flow, what it includes and extends, the project's templates, themes
 * and words, its configuration and those that this one extends. Not what comes with authflow.
 */
export function inputsOf({ inputs }: CompiledFlow, { config, own }: DesignedProject, world: World): readonly string[] {
  const files = inputs.map(fileOf).filter((path) => path !== STDIN_PATH);
  const configs = config.files.map((file) => displayPath(file, world));
  return [...new Set([...files, ...own.map(({ path }) => path), ...configs])];
}

/** The files that `render` makes of a flow without options, as in messages. */
export function outputsOf(
  compiled: CompiledFlow,
  { options, design }: DesignedProject,
  world: World,
): readonly string[] {
  const formats = options.format ?? defaultFormats(compiled.flow);
  const texts = textFormats.filter((format) => formats.includes(format));
  const asked = bytesFormats.filter((format) => formats.includes(format));
  const { work } = asked.length === 0 ? { work: [] } : planWork([compiled], asked, makeOptions(options, design));
  const folder = resolve(world.cwd, options.out ?? DEFAULT_OUT);
  return [
    ...texts.map((format) => textOutput(format).path(compiled.flow)),
    ...work.map(({ job: { path } }) => path),
  ].map((path) => displayPath(join(folder, path), world));
}
