/** Joins a configuration with the one that it extends. */
import type { Diagnostic, Span } from '../../../source/index.js';
import type { ConfigShape, Scalar } from '../../../syntax/index.js';

/** Own values come first. Themes and zones are joined by name, samples as lists, the policy of lint key by key. */
export function mergeShapes(own: ConfigShape, base: ConfigShape): ConfigShape {
  const { themes, zones, samples, lint } = base;
  return {
    ...base,
    ...own,
    ...(themes && { themes: joinByName(themes, own.themes) }),
    ...(zones && { zones: joinByName(zones, own.zones) }),
    ...(samples && { samples: [...samples, ...(own.samples ?? [])] }),
    ...(lint && { lint: { ...lint, ...own.lint } }),
  };
}

interface Named {
  readonly key: Scalar;
}

const joinByName = <Entry extends Named>(base: readonly Entry[], own: readonly Entry[] = []): readonly Entry[] => {
  const names = new Set(own.map(({ key }) => key.value));
  return [...base.filter(({ key }) => !names.has(key.value)), ...own];
};

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
