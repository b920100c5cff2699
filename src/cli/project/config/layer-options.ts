/** Options in layers: the command line over the environment over the configuration. */
import { resolve } from 'node:path';
import { options as specs } from '../../grammar/index.js';
import type { OptionName, OptionValues } from '../../grammar/index.js';
import { UsageError } from '../../world/index.js';
import type { World } from '../../world/index.js';
import { displayPath } from '../find-flows.js';
import type { Config } from './config.js';
import { DEFAULT_OUT } from './config.js';

/** What the environment may set, each by its variable. */
export const environmentNames = {
  format: 'AUTHFLOW_FORMAT',
  out: 'AUTHFLOW_OUT',
  theme: 'AUTHFLOW_THEME',
  templates: 'AUTHFLOW_TEMPLATES',
  charset: 'AUTHFLOW_CHARSET',
  width: 'AUTHFLOW_WIDTH',
} as const satisfies Partial<Record<OptionName, string>>;

/** The command line's options and, under them, the environment's: what a person would type to get the same elsewhere. */
export function withEnvironment(given: OptionValues, { env }: World): OptionValues {
  const set = Object.entries(environmentNames).flatMap(([name, variable]) => {
    const value = env[variable];
    return value === undefined || value === ''
      ? []
      : [[name, readVariable(variable, value, name as OptionName)] as const];
  });
  return { ...withoutPlaceOf(given, Object.fromEntries(set)), ...given };
}

/** All three layers. The configuration's theme is not among them: it is for flows that name none. */
export function withConfig(asked: OptionValues, { folder, shape }: Config, world: World): OptionValues {
  const path = (written: string) => displayPath(resolve(folder, written), world);
  const configured: OptionValues = {
    ...(shape.formats && { format: shape.formats.map(({ value }) => value) }),
    out: path(shape.out?.value ?? DEFAULT_OUT),
    ...(shape.templates && { templates: path(shape.templates.value) }),
    ...(shape.charset && { charset: shape.charset.value }),
    ...(shape.width && { width: shape.width.value }),
    ...(shape.scale && { scale: shape.scale.value }),
    ...(shape.imageWidth && { imageWidth: shape.imageWidth.value }),
    ...(shape.background && { background: shape.background.value }),
    ...(shape.embedFonts?.value && { embedFonts: true }),
  };
  return { ...withoutPlaceOf(asked, configured), ...asked };
}

/** Who names the one place of a result does not mean the output folder, nor what is written there. */
function withoutPlaceOf({ stdout, output }: OptionValues, lower: OptionValues): OptionValues {
  if (stdout === undefined && output === undefined) return lower;
  const { out: _out, format: _format, ...rest } = lower;
  return rest;
}

function readVariable(variable: string, value: string, name: OptionName): unknown {
  const { choices, parse } = specs[name];
  if (choices && !choices.includes(value)) {
    throw new UsageError(`${variable}=${value}: allowed are ${choices.join(', ')}`);
  }
  try {
    return parse ? parse(value, undefined) : value;
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    throw new UsageError(`${variable}=${value}: ${thrown.message}`);
  }
}
