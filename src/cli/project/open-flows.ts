/** Opens projects, with their flows compiled and their design read: the first step of most commands. */
import type { Request } from '../grammar/index.js';
import { openProjects } from './config/index.js';
import type { Project } from './config/index.js';
import type { Outcome } from '../terminal/index.js';
import { exitCodes } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Source } from '../../source/index.js';
import type { Design } from '../../design.js';
import { compileProjects } from './compile-flows.js';
import type { CompiledFlow, CompilingOptions } from './compile-flows.js';
import { readDesign } from './read-design.js';
import { changesSince } from './touches.js';
import type { Artifact } from '../../render.js';

export interface OpenProject extends Project {
  /** The flows without errors. */
  readonly flows: readonly CompiledFlow[];
  /** All flows of the project, wanted or not; null where not all are known: some have errors, or only some were read. */
  readonly all: readonly CompiledFlow[] | null;
  readonly design: Design;
  /** The author's own templates and themes. */
  readonly own: readonly Source[];
}

export interface OpenFlows extends Required<Pick<Outcome, 'diagnostics' | 'paths' | 'codes'>> {
  readonly projects: readonly OpenProject[];
}

/** A project whose configuration or design has errors is reported and left out; the others continue. */
export async function openFlows(
  request: Request,
  world: World,
  compiling: Pick<CompilingOptions, 'isWanted'> = {},
): Promise<OpenFlows> {
  const isWanted = compiling.isWanted ?? changesSince(request.options, world)?.touch;
  const { projects, ...opened } = await openProjects(request, world);
  const compiled = await compileProjects(projects, world, { isWanted });
  const designs = await Promise.all(projects.map((project) => readDesign(project, world)));
  return {
    projects: compiled.flatMap(({ project, flows, all }, index): OpenProject[] => {
      const { design = null, own = [] } = designs[index] ?? {};
      return design ? [{ ...project, flows, all: request.paths.length === 0 ? all : null, design, own }] : [];
    }),
    diagnostics: [...opened.diagnostics, ...[...designs, ...compiled].flatMap(({ diagnostics }) => diagnostics)],
    paths: compiled.flatMap(({ paths }) => paths),
    codes: [...opened.codes, ...(designs.every(({ design }) => design) ? [] : [exitCodes.usage])],
  };
}

/** A flow with its rendered texts. */
export interface MadeFlow {
  readonly project: OpenProject;
  readonly compiled: CompiledFlow;
  readonly artifacts: readonly Artifact[];
}
