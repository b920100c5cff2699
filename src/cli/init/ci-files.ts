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
          fetch-depth: 2 # of a pull request, HEAD^1 is the branch that it goes into
          persist-credentials: false
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: 22
${commands(project, version, ` ${sincePullRequest}`)
  .map((command) => `      - run: ${command}\n`)
  .join('')}`,
  }),
  gitlab: (project, version) => ({
    path: '.gitlab-ci.yml',
    content: `authflow:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  variables:
    GIT_DEPTH: "0" # --since compares with the commit where a merge request began
  script:
${commands(project, version, ` ${sinceMergeRequest} --reporter gitlab > gl-code-quality-report.json`)
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
        pass_filenames: false
        always_run: true # a commit that only deletes a flow names no file
`,
  }),
} satisfies Record<CiName, (project: CiProject, version: string) => CiFile>;

/** The words of a shell; none outside of pull requests, and of merge requests. */
const sincePullRequest = '${GITHUB_BASE_REF:+--since HEAD^1}';
const sinceMergeRequest = '${CI_MERGE_REQUEST_DIFF_BASE_SHA:+--since $CI_MERGE_REQUEST_DIFF_BASE_SHA}';

/** Checking needs no browser, so no package's install script is needed. */
const commands = ({ hasPackage }: CiProject, version: string, rest: string): readonly string[] =>
  hasPackage
    ? ['npm ci --ignore-scripts', `npx authflow check${rest}`]
    : [`npx --yes authflow@${version} check${rest}`];
