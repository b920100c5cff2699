/** The table of commands: arguments, options and help. */
import { withFixes } from '../fix/index.js';
import { outputOptions, slideOptions } from '../grammar/index.js';
import type { CommandSpec } from '../grammar/index.js';
import { runCheck } from './check.js';
import { runDoctor } from './doctor.js';
import { runEmbed } from './embed.js';
import { runExplain } from './explain.js';
import { runImport } from './import.js';
import { runInit } from './init.js';
import { runList } from './list.js';
import { runLint } from './lint.js';
import { runRender } from './render.js';
import { runSchema } from './schema.js';
import { runShow } from './show.js';
import { runSlides } from './slides.js';

export const commands = {
  render: {
    about: 'Render flows to Mermaid, text diagrams, pages and pictures',
    takes: '[paths...]',
    options: [
      ...outputOptions,
      'findings',
      'stdout',
      'output',
      'browser',
      'timeout',
      'jobs',
      'watch',
      'since',
      'prune',
      'shard',
      'limit',
      'printConfig',
      'reporter',
    ],
    unlisted: ['jobs'],
    examples: [['authflow render login.yaml -o docs/login.svg', 'one file at a given path']],
    run: runRender,
  },
  slides: {
    about: 'Draw slides of flows, and decks that show them',
    takes: '[paths...]',
    options: [...slideOptions, 'force', 'watch', 'limit', 'printConfig', 'reporter'],
    examples: [
      ['authflow slides flows/login.yaml', 'a slide for each phase, and login.deck.md'],
      ['authflow slides flows/login.yaml --by step', 'reveals one message after the other'],
    ],
    run: runSlides,
  },
  check: {
    about: 'Fail when a flow is invalid or its output is not current',
    takes: '[paths...]',
    options: [
      ...outputOptions,
      'fix',
      'since',
      'strictTool',
      'strictPictures',
      'shard',
      'limit',
      'printConfig',
      'reporter',
    ],
    examples: [
      ['authflow check', 'what CI runs: every flow in flows/ against out/'],
      ['authflow check flows/login.yaml --fix', 'one flow; fixes misspelt names first'],
      ['authflow check --since origin/main', 'what a branch changes'],
    ],
    unlisted: ['paper'],
    run: withFixes(runCheck),
  },
  embed: {
    about: 'Write flows into Markdown, MDX and AsciiDoc, between markers',
    takes: '[docs...]',
    options: ['new', 'force', 'since', 'out', 'templates', 'limit', 'printConfig', 'reporter'],
    examples: [
      ['authflow embed --new flows/login.yaml docs/login.md', 'add a diagram at the end of a page'],
      ['authflow embed docs', 'bring every block in a folder up to date'],
      ['authflow embed', 'every document with a block, or those that the configuration lists'],
      ['authflow embed --force docs/login.md', 'overwrite manual edits'],
    ],
    run: runEmbed,
  },
  lint: {
    about: 'Check flows against the published best practice of their protocols',
    takes: '[paths...]',
    options: [
      'fix',
      'strict',
      'profile',
      'baseline',
      'updateBaseline',
      'rule',
      'since',
      'shard',
      'verbose',
      'set',
      'limit',
      'reporter',
    ],
    examples: [
      ['authflow lint', 'every flow in flows/'],
      ['authflow lint flows/login.yaml --strict', 'one flow; warnings fail too'],
      ['authflow lint --rule SEC006,SEC008', 'some rules only'],
      ['authflow lint --baseline lint-baseline.txt --update-baseline', 'accept the present findings'],
      ['authflow lint --reporter sarif > lint.sarif', 'for code scanning'],
    ],
    run: withFixes(runLint),
  },
  explain: {
    about: 'Explain security rules: what, why, an attack, examples and sources',
    takes: '[rules...]',
    options: [],
    examples: [
      ['authflow explain SEC006', 'one rule, by its id or name'],
      ['authflow explain > rules.md', 'all of them'],
    ],
    run: runExplain,
  },
  show: {
    about: 'Print the text diagram of flows',
    takes: '[paths...]',
    options: [
      'step',
      'set',
      'theme',
      'templates',
      'style',
      'charset',
      'width',
      'fenced',
      'comment',
      'pager',
      'resolved',
      'limit',
      'reporter',
    ],
    examples: [
      ['authflow show flows/login.yaml', 'in the width of the terminal'],
      ['authflow show client-credentials', 'a shipped flow, by its id'],
      ['authflow show login.yaml --step token-request', 'one step, and what answers it'],
      ["authflow show login.yaml --comment ' * '", 'for a comment in source code'],
      ['authflow show --resolved flows/our-login.yaml', 'the whole of a flow that extends another'],
      ['authflow show login.yaml --charset ascii > login.txt', 'for a plain text file'],
    ],
    run: runShow,
  },
  list: {
    about: 'List flows: id, title, specifications, participants, steps, status',
    takes: '[paths...]',
    options: ['listThreats', 'registerFormat', 'json', 'reporter'],
    examples: [
      ['authflow list', 'the flows in flows/, otherwise the shipped ones'],
      ['authflow list "docs/**/*.flow.yaml" --json', 'for a program'],
      ['authflow list --threats --format csv > threats.csv', 'a register of threats, for a spreadsheet'],
    ],
    run: runList,
  },
  import: {
    about: 'Read Mermaid sequence diagrams, bare or in documents, as flow files',
    takes: '<files...>',
    options: ['out', 'stdout', 'dryRun', 'inPlace', 'force', 'reporter'],
    examples: [
      ['authflow import docs/login.md', 'every diagram of a page, to flows/'],
      ['authflow import docs --dry-run', 'a preview for a folder'],
      ['authflow import docs --in-place', 'replace the diagrams of its pages by blocks'],
      ['authflow import diagram.mmd --stdout', 'a flow file on standard output'],
    ],
    run: runImport,
  },
  init: {
    about: 'Write a commented flow file to start from, or the files of a CI',
    takes: '[file]',
    options: ['from', 'extends', 'ci'],
    examples: [
      ['authflow init', 'writes flows/sign-in.yaml'],
      ['authflow init --from token-exchange', 'a copy of a shipped flow'],
      ['authflow init flows/our-login.yaml --from bff --extends', 'only the differences from that flow'],
      ['authflow init flows/password-reset.yaml', 'names the flow password-reset'],
      ['authflow init --ci github', 'a workflow that checks diagrams; also gitlab, pre-commit'],
    ],
    run: runInit,
  },
  doctor: {
    about: 'Say what can be drawn here, and what to install for the rest',
    options: ['browser', 'timeout'],
    examples: [['authflow doctor', 'texts, SVG, PNG, PDF, and pictures by Mermaid']],
    run: runDoctor,
  },
  schema: {
    about: 'Print the JSON Schema of flow files, or of the configuration',
    takes: '[flow|config]',
    options: [],
    examples: [
      ['authflow schema > flow.schema.json', 'for an editor or another validator'],
      ['authflow schema config', 'for authflow.config.yaml'],
    ],
    run: runSchema,
  },
} as const satisfies Record<string, CommandSpec>;
