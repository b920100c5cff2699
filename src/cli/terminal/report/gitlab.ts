import { createHash } from 'node:crypto';
import type { Severity } from '../../../source/index.js';
import { identityOf, placeOf } from './reporter.js';
import type { Reporter } from './reporter.js';

const severities = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<Severity, string>;

/** GitLab's Code Quality report (docs.gitlab.com/ci/testing/code_quality). */
export const reportGitlab: Reporter = (diagnostics, context) => {
  const seen = new Map<string, number>();
  const issues = diagnostics.map((diagnostic) => {
    const place = diagnostic.span ? placeOf(diagnostic.span) : null;
    const identity = identityOf(diagnostic, context);
    const nth = seen.get(identity) ?? 0;
    seen.set(identity, nth + 1);
    return {
      description: diagnostic.message,
      check_name: diagnostic.code,
      // GitLab recognizes known issues by this, so it must not change when lines move.
      fingerprint: createHash('sha256').update(`${identity}#${nth}`).digest('hex').slice(0, 32),
      severity: severities[diagnostic.severity],
      location: {
        path: place ? context.repositoryPath(place.path) : '.',
        lines: { begin: place?.start?.line ?? 1, end: place?.end?.line ?? 1 },
      },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
};
