/** Options and variables of earlier releases: for one minor release, an error that names the replacement. */
import { UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import { quoteWord } from './quote-word.js';

/** Removed environment variables, and the equivalent keys of the configuration. */
const variables: Readonly<Record<string, { readonly key: string; readonly flag: string }>> = {
  AUTHFLOW_OUT: { key: 'out', flag: '--out' },
  AUTHFLOW_FORMAT: { key: 'formats', flag: '--format' },
  AUTHFLOW_TEMPLATES: { key: 'templates', flag: '--templates' },
  AUTHFLOW_THEME: { key: 'theme', flag: '--theme' },
  AUTHFLOW_CHARSET: { key: 'charset', flag: '--charset' },
  AUTHFLOW_WIDTH: { key: 'width', flag: '--width' },
};

/** Removed options, and the command lines that replace them. */
const commandLines: readonly {
  readonly command: string;
  readonly flag: string;
  readonly replace: (words: readonly string[]) => readonly string[];
}[] = [
  {
    command: 'render',
    flag: '--slides',
    replace: ([, ...words]) => ['slides', ...words.filter((word) => word !== '--slides')],
  },
  {
    command: 'init',
    flag: '--template',
    replace: (words) => words.map((word) => word.replace(/^--template(?==|$)/, '--from')),
  },
];

/** Throws a UsageError that names the replacement of a removed option. */
export function refuseRemovedOptions(argv: readonly string[]): void {
  for (const { command, flag, replace } of commandLines) {
    if (argv[0] !== command || !argv.some((word) => word === flag || word.startsWith(`${flag}=`))) continue;
    const words = replace(argv).map(quoteWord).join(' ');
    throw new UsageError(`${command} ${flag} was replaced; use: authflow ${words}`);
  }
}

/** Throws a UsageError that names the replacement of a removed variable. */
export function refuseRemovedVariables({ env }: Pick<World, 'env'>): void {
  for (const [variable, { key, flag }] of Object.entries(variables)) {
    const value = env[variable] ?? '';
    if (value === '') continue;
    const written = key === 'formats' ? `[${value}]` : value;
    throw new UsageError(
      `${variable} is no longer read: unset it, and write "${key}: ${written}" in authflow.config.yaml, or use ${flag} ${quoteWord(value)}`,
    );
  }
}
