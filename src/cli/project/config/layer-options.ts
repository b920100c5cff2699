/** Merges the options of the command line over those of the configuration. */
import { resolve } from 'node:path';
import type { ConfigKey, ConfigShape } from '../../../syntax/index.js';
import { optionNames, options as specs } from '../../grammar/index.js';
import type { OptionValues } from '../../grammar/index.js';
import type { World } from '../../world/index.js';
import { displayPath } from '../find-files.js';
import { DEFAULT_OUT } from './config.js';
import type { Config } from './config.js';

/** The options from both, except configuration values that are only defaults for flows. */
export function withConfig(given: OptionValues, { folder, shape }: Config, world: World): OptionValues {
  const path = (written: string) => displayPath(resolve(folder, written), world);
  const set = optionNames.flatMap((name) => {
    const { config, isPath, isFallback } = specs[name];
    const value = config && !isFallback ? valueIn(shape, config) : undefined;
    // A flag that is not set is absent.
    return value === undefined || value === false ? [] : [[name, isPath ? path(value as string) : value] as const];
  });
  const configured: OptionValues = { out: path(DEFAULT_OUT), ...Object.fromEntries(set) };
  return { ...withoutPlaceOf(given, configured), ...given, ...joined(configured, given) };
}

function joined(configured: OptionValues, given: OptionValues): OptionValues {
  const both = optionNames.filter((name) => specs[name].isJoined && configured[name] && given[name]);
  return Object.fromEntries(both.map((name) => [name, [configured[name], given[name]].flat()]));
}

/** The value of a configuration key, without places. */
export function valueIn(shape: ConfigShape, key: ConfigKey): unknown {
  const found = key.split('.').reduce((value: unknown, name) => memberOf(value, name), shape);
  if (Array.isArray(found)) return found.map(plain);
  return found === undefined ? undefined : plain(found);
}

const memberOf = (value: unknown, name: string): unknown => (value as Record<string, unknown> | undefined)?.[name];

const plain = (scalar: unknown): unknown => (scalar as { readonly value: unknown }).value;

/** A user who names the destination of a single result does not want the configured output folder and formats. */
function withoutPlaceOf({ stdout, output }: OptionValues, lower: OptionValues): OptionValues {
  if (stdout === undefined && output === undefined) return lower;
  const { out: _out, format: _format, ...rest } = lower;
  return rest;
}
