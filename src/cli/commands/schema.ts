import type { Run } from '../grammar/command.js';
import { configJsonSchema } from '../../syntax/config-schema.js';
import { flowJsonSchema } from '../../syntax/json-schema.js';
import { UsageError } from '../world/usage-error.js';
import { nearestOf } from '../../source/diagnostic.js';

const schemas = {
  flow: flowJsonSchema,
  config: configJsonSchema,
} as const;

export const runSchema: Run = async (world, { paths: [name = 'flow'] }) => {
  const make = Object.entries(schemas).find(([known]) => known === name)?.[1];
  if (!make) throw new UsageError(`schema ${name}: ${nearestOf(name, 'schemas', Object.keys(schemas))}`);
  world.stdout.write(`${JSON.stringify(await make(), null, 2)}\n`);
  return { diagnostics: [], paths: [], printsData: true };
};
