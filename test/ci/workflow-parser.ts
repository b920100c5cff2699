/** GitHub's own parser of workflows and actions. It imports JSON as only bundlers read it, so it is bundled first. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type * as parser from '@actions/workflow-parser';
import type * as actions from '@actions/workflow-parser/actions/action-parser';

export type WorkflowParser = typeof parser & typeof actions;

export async function loadWorkflowParser(): Promise<WorkflowParser> {
  const contents = `export * from '@actions/workflow-parser'; export * from '@actions/workflow-parser/actions/action-parser';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const folder = mkdtempSync(join(tmpdir(), 'authflow-parser-'));
  const file = join(folder, 'parser.mjs');
  writeFileSync(file, outputFiles[0]?.contents ?? '');
  try {
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as WorkflowParser;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
