import type { Run } from '../command.js';

export const runSchema: Run = async (world) => {
  const { flowJsonSchema } = await import('../../syntax/json-schema.js');
  world.stdout.write(`${JSON.stringify(flowJsonSchema(), null, 2)}\n`);
  return { diagnostics: [], paths: [], printsData: true };
};
