export { outputOptions, slideOptions } from './command.js';
export type { CommandSpec, Request, Run } from './command.js';
export { optionWords } from './option-words.js';
export { flagOf, optionNames, options, optionsThat, pickOptions } from './options.js';
export type { CiName, OptionName, OptionValues } from './options.js';
export { helpOf, parseArguments } from './parse-arguments.js';
export type { Commands, Invocation } from './parse-arguments.js';
export { quoteWord } from './quote-word.js';
export type { Shard } from './read-value.js';
