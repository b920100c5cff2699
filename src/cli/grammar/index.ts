export { outputOptions } from './command.js';
export type { CommandSpec, Request, Run } from './command.js';
export { options, optionWords, pictureFormats, quoteWord, textFormats } from './options.js';
export type { CiName, OptionName, OptionValues, OutputFormat, PictureFormat } from './options.js';
export { helpOf, parseArguments } from './program.js';
export type { Commands, Invocation } from './program.js';
