/** The reporters by name. To add one, add a file and a row. */
import { reportGithub } from './github.js';
import { reportGitlab } from './gitlab.js';
import { reportJson } from './json.js';
import { reportJunit } from './junit.js';
import type { Reporter, ReporterName } from './reporter.js';
import { reportSarif } from './sarif.js';
import { reportText } from './text.js';

export const reporters = {
  text: reportText,
  json: reportJson,
  github: reportGithub,
  gitlab: reportGitlab,
  sarif: reportSarif,
  junit: reportJunit,
} as const satisfies Record<ReporterName, Reporter>;
