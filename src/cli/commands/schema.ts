import type { Run } from '../grammar/index.js';
import { UsageError } from '../world/index.js';
import { nearestOf } from '../../source/index.js';
import { namedFormats } from '../../render.js';
import { configJsonSchema, flowJsonSchema } from '../../syntax/index.js';

const schemas = {
  flow: flowJsonSchema,
  config: () => configJsonSchema(namedFormats),
} as const;

export const runSchema: Run = (world, { paths: [name = 'flow'] }) => {
  const make = Object.entries(schemas).find(([known]) => known === name)?.[1];
  if (!make) throw new UsageError(`schema ${name}: ${nearestOf(name, 'schemas', Object.keys(schemas))}`);
  world.stdout.write(`${JSON.stringify(make(), null, 2)}\n`);
  return Promise.resolve({ diagnostics: [], paths: [], printsData: true });
};
