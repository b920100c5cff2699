/**
 * Merges a user's templates over the packaged ones. Only they need the compiler, which takes a quarter of the startup
 * time, so it is loaded on demand.
 */
import type { layTemplates as Lay } from './compiler/index.js';

export async function layTemplates(...given: Parameters<typeof Lay>): Promise<ReturnType<typeof Lay>> {
  const compiler = await import('./compiler/index.js');
  return compiler.layTemplates(...given);
}
