/** Tells an author whose templates of Mermaid no longer change pictures, since authflow draws these itself by default. */
import type { Diagnostic } from '../../source/index.js';
import type { Work } from '../pictures/index.js';
import type { Job } from './job.js';

/** One notice, at the first template; none where the author chose the renderer. */
export function unusedTemplates({ own, options }: Job, works: readonly Work[]): readonly Diagnostic[] {
  const isNative = works.some(({ job }) => job.stamp?.renderer === 'native');
  const source = own.find(({ path }) => /(?:^|\/)mermaid\/[^/]+\.hbs$/.test(path));
  if (!source || !isNative || options.renderer !== undefined) return [];
  return [
    {
      code: 'pictures-by-authflow',
      severity: 'info',
      message: 'pictures do not follow templates of Mermaid: authflow draws pictures itself',
      span: { source, start: 0, end: 0 },
      hint: 'keep pictures by Mermaid with this line in authflow.config.yaml: renderer: mermaid; or accept these with: renderer: native',
    },
  ];
}
