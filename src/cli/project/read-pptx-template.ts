/** Reads the deck whose look slides have. */
import { resolve } from 'node:path';
import { readTemplate } from '../../pptx/index.js';
import type { PptxTemplate } from '../../pptx/index.js';
import type { Diagnostic } from '../../source/index.js';
import { explainFileError, fileDiagnostic } from '../world/index.js';
import type { World } from '../world/index.js';

interface Read {
  readonly template?: PptxTemplate;
  readonly problem?: Diagnostic;
}

/** @param path relative to the working folder; undefined for none */
export function readPptxTemplate(path: string | undefined, world: World): Read {
  if (path === undefined) return {};
  const read = (): ReturnType<typeof readTemplate> => {
    try {
      return readTemplate(world.files.readFileSync(resolve(world.cwd, path)));
    } catch (thrown) {
      return { problem: explainFileError(thrown) };
    }
  };
  const found = read();
  if ('template' in found) return { template: found.template };
  const message = `can't be used as a template: ${found.problem}`;
  return {
    problem: fileDiagnostic('readable-files', path, message, 'name a .pptx or .potx of PowerPoint or LibreOffice'),
  };
}
