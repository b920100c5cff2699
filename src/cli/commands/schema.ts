import { flowJsonSchema } from '../../syntax/json-schema.js';
import type { Run } from '../commands.js';

export const runSchema: Run = (world) => {
  world.stdout.write(`${JSON.stringify(flowJsonSchema(), null, 2)}\n`);
  return Promise.resolve({ diagnostics: [], paths: [], printsData: true });
};
