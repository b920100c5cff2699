/** Joins a configuration with the one that it extends. */
import type { Diagnostic, Span } from '../../../source/index.js';
import type { ConfigShape, Scalar } from '../../../syntax/index.js';

/** Own values come first. Zones are joined by name, samples as lists, the policy of lint key by key. */
export function mergeShapes(own: ConfigShape, base: ConfigShape): ConfigShape {
  const { zones, samples, lint } = base;
  const isOwn = (name: string): boolean => own.zones?.some(({ key }) => key.value === name) ?? false;
  return {
    ...base,
    ...own,
    ...(zones && { zones: [...zones.filter(({ key }) => !isOwn(key.value)), ...(own.zones ?? [])] }),
    ...(samples && { samples: [...samples, ...(own.samples ?? [])] }),
    ...(lint && { lint: { ...lint, ...own.lint } }),
  };
}

/** Values that name files of one project: another project can't inherit them. */
export function ownValues({ flows, out, docs, gallery, lint }: ConfigShape): readonly Diagnostic[] {
  const found: readonly (readonly [string, Scalar | undefined])[] = [
    ['flows', flows?.[0]],
    ['out', out],
    ['docs', docs?.[0]],
    ['gallery', gallery?.title],
    ['lint.baseline', lint?.baseline],
  ];
  return found.flatMap(([key, scalar]) => (scalar ? [belongsToProject(key, scalar.span)] : []));
}

const belongsToProject = (key: string, span: Span): Diagnostic => ({
  code: 'shared-keys',
  severity: 'error',
  message: `"${key}" belongs to one project, so a configuration that others extend can't have it`,
  span,
  hint: 'move it to the configurations that extend this one',
});
