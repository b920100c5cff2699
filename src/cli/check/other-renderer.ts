/** Judges pictures that the other renderer drew: by what that renderer would draw now, where that can tell. */
import { compareStamps } from '../../stamp/index.js';
import type { Stamp } from '../../stamp/index.js';
import { authorHash, earlyHash } from '../output/index.js';
import { planWork } from '../pictures/index.js';
import type { Work } from '../pictures/index.js';
import { makeOptions } from '../project/index.js';
import type { CompiledFlow, DesignedProject } from '../project/index.js';
import type { FilledFolder } from './finding.js';

interface Place {
  readonly project: DesignedProject;
  readonly output: FilledFolder;
  readonly fonts: ReturnType<typeof makeOptions>['fonts'];
}

/**
 * Whether a picture's own stamp shows that its flow has changed since. The Mermaid of a flow is a text, which differs between releases,
 * so the stamp of another release shows nothing, and neither does one beside texts that were made from the flow as it is.
 */
export function isOutdated(stamp: Stamp, { compiled, format, job }: Work, { project, output, fonts }: Place): boolean {
  if (stamp.authflow !== AUTHFLOW_VERSION || hasTextsOfNow(compiled, project, output)) return false;
  const options = {
    ...makeOptions(project.options, project.design),
    fonts,
    paper: undefined,
    renderer: stamp.renderer,
  };
  const { work } = planWork([compiled], [format], options);
  const wanted = work.find((each) => each.job.path === job.path)?.job.stamp;
  return wanted !== undefined && wanted !== null && compareStamps(stamp, wanted) === 'stale';
}

/** Whether a line of the manifest says that the author has changed nothing since. */
function hasTextsOfNow(compiled: CompiledFlow, project: DesignedProject, { manifest, listed }: FilledFolder): boolean {
  const hashes = [authorHash(compiled, project), earlyHash(compiled, project)];
  const lines = (listed.get(compiled.flow.id) ?? []).flatMap((path) => manifest.get(path) ?? []);
  return lines.some(({ author }) => hashes.includes(author));
}
