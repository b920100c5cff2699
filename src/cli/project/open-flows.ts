/** Opens projects, with their flows compiled and their design read: the first step of most commands. */
import type { Request } from '../grammar/index.js';
import { openProjects } from './config/index.js';
import type { Project } from './config/index.js';
import type { Outcome } from '../terminal/index.js';
import { exitCodes } from '../world/index.js';
import type { World } from '../world/index.js';
import { isError } from '../../source/index.js';
import type { Source } from '../../source/index.js';
import type { Design } from '../../design.js';
import { visitFlows } from './compile-flows.js';
import type { CompiledFlow, CompilingOptions, Visited } from './compile-flows.js';
import { readDesign } from './read-design.js';
import { changesSince } from './touches.js';
import type { Artifact } from '../../render.js';

/** A project with its design, before its flows are compiled. */
export interface DesignedProject extends Project {
  readonly design: Design;
  /** The author's own templates and themes. */
  readonly own: readonly Source[];
}

export interface OpenProject<Kept = CompiledFlow>
  extends DesignedProject, Pick<Visited<Kept>, 'flows' | 'others' | 'ids' | 'broken' | 'listed'> {
  /** Whether the ids are those of all flows that write to the project's folder. */
  readonly isWhole: boolean;
}

export interface OpenFlows<Kept = CompiledFlow> extends Required<Pick<Outcome, 'diagnostics' | 'paths' | 'codes'>> {
  readonly projects: readonly OpenProject<Kept>[];
  /** Whether every project could be opened, whatever mistakes its flows have. */
  readonly isComplete: boolean;
}

/** A project whose configuration or design has errors is reported and left out; the others continue. */
export const openFlows = (
  request: Request,
  world: World,
  compiling: Pick<CompilingOptions, 'isWanted'> = {},
): Promise<OpenFlows> => openEachFlow(request, world, compiling, (compiled) => compiled);

/** The same, but only what `visit` returns of each flow is kept. */
export async function openEachFlow<Kept>(
  request: Request,
  world: World,
  { also, ...compiling }: Pick<CompilingOptions, 'isWanted' | 'also'>,
  visit: (compiled: CompiledFlow, project: DesignedProject) => Kept,
): Promise<OpenFlows<Kept>> {
  const isWanted = compiling.isWanted ?? changesSince(request.options, world)?.touch;
  const { projects, ...opened } = await openProjects(request, world);
  const designs = await Promise.all(projects.map((project) => readDesign(project, world)));
  const designed = projects.map((project, index): Project & Partial<DesignedProject> => {
    const { design, own } = designs[index] ?? {};
    return design && own ? { ...project, design, own } : project;
  });
  const visited = await visitFlows(designed, world, { isWanted, also }, (compiled, project) =>
    hasDesign(project) ? [visit(compiled, project)] : [],
  );
  const isComplete = ![...opened.diagnostics, ...designs.flatMap(({ diagnostics }) => diagnostics)].some(isError);
  return {
    projects: designed.flatMap((project, index): OpenProject<Kept>[] => {
      const one = visited[index];
      if (!one || !hasDesign(project)) return [];
      const isWhole = request.paths.length === 0 && one.areIdsKnown;
      const listed = request.paths.length === 0 ? one.listed : null;
      return [
        {
          ...project,
          flows: one.flows.flat(),
          others: one.others.flat(),
          ids: one.ids,
          broken: one.broken,
          isWhole,
          listed,
        },
      ];
    }),
    diagnostics: [...opened.diagnostics, ...[...designs, ...visited].flatMap(({ diagnostics }) => diagnostics)],
    paths: visited.flatMap(({ paths }) => paths),
    codes: [...opened.codes, ...(designs.every(({ design }) => design) ? [] : [exitCodes.usage])],
    isComplete,
  };
}

const hasDesign = (project: Project & Partial<DesignedProject>): project is DesignedProject =>
  project.design !== undefined;

/** A flow with its rendered texts. */
export interface MadeFlow {
  readonly project: DesignedProject;
  readonly compiled: CompiledFlow;
  readonly artifacts: readonly Artifact[];
}
