export { outputOptions } from './command.js';
export type { CommandSpec, Request, Run } from './command.js';
export { flagOf, optionNames, options, optionsThat, optionWords, pickOptions, quoteWord } from './options.js';
export type { CiName, OptionName, OptionValues } from './options.js';
export { helpOf, parseArguments } from './parse-arguments.js';
export type { Commands, Invocation } from './parse-arguments.js';
