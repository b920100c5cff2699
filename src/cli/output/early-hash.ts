/** The hash of what an author decides, as the lines of the first format of the manifest have it: an upgrade compares with these. */
import type { CompiledFlow, DesignedProject } from '../project/index.js';
import { hashOf } from './manifest.js';
import { normalizeBreaks } from './write-output.js';

/** The options that it covers, in its order. */
const names = ['set', 'theme', 'style', 'charset', 'width', 'fenced', 'comment', 'redact', 'threats'] as const;

/** What 0.1.0 wrote for this flow, if these are the files and options that it had. */
export function earlyHash({ inputs }: CompiledFlow, { options, config, own }: DesignedProject): string {
  const byDefault = config.shape.theme?.value;
  const chosen = names.map((name) => [name, options[name]] as const);
  const choices = { ...Object.fromEntries(chosen), byDefault };
  const zones = config.shape.zones?.map(({ key, value: { light, dark } }) => [key.value, light.value, dark.value]);
  const texts = inputs.map(({ text }) => normalizeBreaks(text));
  const designs = own.map(({ path, text }) => [path.split('/').slice(-2).join('/'), normalizeBreaks(text)]);
  return hashOf(JSON.stringify([[...texts, ...designs], choices, zones]));
}
