/** Merges the options of the command line over those of the configuration. */
import { resolve } from 'node:path';
import type { ConfigKey, ConfigShape, Scalar } from '../../../syntax/index.js';
import { optionNames, options as specs } from '../../grammar/index.js';
import type { OptionValues } from '../../grammar/index.js';
import type { World } from '../../world/index.js';
import { displayPath } from '../find-files.js';
import { DEFAULT_OUT, pathAt } from './config.js';
import type { Config } from './config.js';

/** The options from both, except configuration values that are only defaults for flows. */
export function withConfig(given: OptionValues, { folder, shape }: Config, world: World): OptionValues {
  const set = optionNames.flatMap((name) => {
    const { config, isPath, isFallback } = specs[name];
    if (!config || isFallback) return [];
    const value = isPath ? pathIn(shape, config, world) : valueIn(shape, config);
    // A flag that is not set is absent.
    return value === undefined || value === false ? [] : [[name, value] as const];
  });
  const configured: OptionValues = {
    out: displayPath(resolve(folder, DEFAULT_OUT), world),
    ...Object.fromEntries(set),
  };
  return { ...withoutPlaceOf(given, configured), ...given, ...joined(configured, given) };
}

function joined(configured: OptionValues, given: OptionValues): OptionValues {
  const both = optionNames.filter((name) => specs[name].isJoined && configured[name] && given[name]);
  return Object.fromEntries(both.map((name) => [name, [configured[name], given[name]].flat()]));
}

/** The value of a configuration key, or the first one of a list; not for mappings. */
export function firstIn(shape: ConfigShape, key: ConfigKey): Scalar | undefined {
  const found = nodeIn(shape, key);
  return (Array.isArray(found) ? found[0] : found) as Scalar | undefined;
}

function pathIn(shape: ConfigShape, key: ConfigKey, world: World): string | undefined {
  const found = firstIn(shape, key);
  return found && pathAt(found, world);
}

/** The value of a configuration key, without places. */
export function valueIn(shape: ConfigShape, key: ConfigKey): unknown {
  const found = nodeIn(shape, key);
  if (Array.isArray(found)) return found.map(plain);
  return found === undefined ? undefined : plain(found);
}

const nodeIn = (shape: ConfigShape, key: ConfigKey): unknown =>
  key.split('.').reduce((value: unknown, name) => memberOf(value, name), shape);

const memberOf = (value: unknown, name: string): unknown => (value as Record<string, unknown> | undefined)?.[name];

const plain = (scalar: unknown): unknown => (scalar as { readonly value: unknown }).value;

/** A user who names the destination of a single result does not want the configured output folder and formats. */
function withoutPlaceOf({ stdout, output }: OptionValues, lower: OptionValues): OptionValues {
  if (stdout === undefined && output === undefined) return lower;
  const { out: _out, format: _format, ...rest } = lower;
  return rest;
}
