/** Reads configuration files, each once. */
import { dirname } from 'node:path';
import type { World } from '../../world/index.js';
import { isError } from '../../../source/index.js';
import type { Diagnostic } from '../../../source/index.js';
import { isShipped, STDIN } from '../find-files.js';
import { noConfig } from './config.js';
import type { Config } from './config.js';
import { nearestConfigs } from '../find-configs.js';
import { loadConfig } from './load-config.js';

export class Configs {
  readonly diagnostics: Diagnostic[] = [];
  /** Configurations with mistakes, which are not applied. */
  readonly broken = new Set<Config>();
  readonly #read = new Map<string, Config>();
  readonly #nearest: (folder: string) => string | null;

  constructor(readonly world: World) {
    this.#nearest = nearestConfigs(world);
  }

  /** The nearest configuration at or above a folder. */
  above(folder: string): Config {
    const file = this.#nearest(folder);
    return file === null ? noConfig(folder) : this.read(file);
  }

  /** The nearest configuration above a flow file; null for files outside of projects: standard input, a shipped flow. */
  ruling(file: string): Config | null {
    if (file === STDIN || isShipped(file, this.world)) return null;
    const config = this.#nearest(dirname(file));
    return config === null ? null : this.read(config);
  }

  read(file: string): Config {
    const known = this.#read.get(file) ?? this.#open(file);
    this.#read.set(file, known);
    return known;
  }

  #open(file: string): Config {
    const { config, diagnostics } = loadConfig(file, this.world);
    this.diagnostics.push(...diagnostics);
    if (diagnostics.some(isError)) this.broken.add(config);
    return config;
  }
}
