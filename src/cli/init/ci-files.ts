import type { CiName } from '../grammar/index.js';
import { MANIFEST } from '../project/index.js';

interface CiFile {
  readonly path: string;
  readonly content: string;
}

interface CiProject {
  /** Whether package.json lists authflow, so that `npm ci` installs it. */
  readonly hasPackage: boolean;
  /** The output folder. */
  readonly out: string;
}

/** `version`: the version of authflow to pin. */
export const ciFile = (name: CiName, project: CiProject, version: string): CiFile => files[name](project, version);

/**
 * Texts keep their line breaks on Windows, and all files are collapsed in reviews; "auto" detects that pictures are not text.
 * Branches that render different flows both add lines to the manifest: it keeps those of both.
 */
export const attributeLines = ({ out }: CiProject): readonly string[] => [
  `${out}/** text=auto eol=lf linguist-generated`,
  `${out}/${MANIFEST} merge=union`,
];

const files = {
  github: (project, version) => ({
    path: '.github/workflows/authflow.yml',
    content: `name: authflow
on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: 22
${commands(project, version, '')
  .map((command) => `      - run: ${command}\n`)
  .join('')}`,
  }),
  gitlab: (project, version) => ({
    path: '.gitlab-ci.yml',
    content: `authflow:
  image: node:22
  script:
${commands(project, version, ' --reporter gitlab > gl-code-quality-report.json')
  .map((command) => `    - ${command}\n`)
  .join('')}  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`,
  }),
  'pre-commit': (_project, version) => ({
    path: '.pre-commit-config.yaml',
    content: `repos:
  - repo: local
    hooks:
      - id: authflow-check
        name: authflow check
        entry: authflow check
        language: node
        additional_dependencies: ["authflow@${version}"]
        files: \\.(ya?ml|md|markdown|mdx|adoc|asciidoc|asc|mmd|txt|hbs|svg|png|pdf)$
        pass_filenames: false
`,
  }),
} satisfies Record<CiName, (project: CiProject, version: string) => CiFile>;

/** Checking needs no browser, so no package's install script is needed. */
const commands = ({ hasPackage }: CiProject, version: string, rest: string): readonly string[] =>
  hasPackage
    ? ['npm ci --ignore-scripts', `npx authflow check${rest}`]
    : [`npx --yes authflow@${version} check${rest}`];
