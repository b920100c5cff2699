/** A user's templates, laid over the packaged ones. The compiler is a quarter of a start, and only they need it. */
import type { layTemplates as Lay } from './compiler/index.js';

export async function layTemplates(...given: Parameters<typeof Lay>): Promise<ReturnType<typeof Lay>> {
  const compiler = await import('./compiler/index.js');
  return compiler.layTemplates(...given);
}
