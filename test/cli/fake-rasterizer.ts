/** Stands for the browser. */
import { tempWorld } from './temp-world.js';
import type { TempWorld, TempWorldOptions } from './temp-world.js';
import type { PictureFormat, PictureRequest } from '../../src/stamp/picture-request.js';

/** The smallest picture of each format that can be stamped: it says what it shows. */
export function samplePicture({ id, format }: Named): Buffer {
  if (format === 'svg') return Buffer.from(`<svg><text>${id}</text></svg>\n`);
  if (format === 'pdf')
    return Buffer.from(`%PDF-1.4\n% ${id}\ntrailer\n<</Size 1\n/Root 1 0 R>>\nstartxref\n9\n%%EOF\n`);
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
  return Buffer.concat([header, Buffer.from(`\0\0\0${String.fromCharCode(id.length)}teXt${id}\0\0\0\0`, 'latin1')]);
}

interface Named {
  readonly id: string;
  readonly format: PictureFormat;
  readonly mermaid?: string;
}

/** A world whose pictures Mermaid draws. */
export function mermaidWorld(options: TempWorldOptions = {}): TempWorld {
  const world = tempWorld(options);
  const commands = ['render', 'check'];
  return {
    ...world,
    run: (...argv) => world.run(...argv, ...(commands.includes(argv[0] ?? '') ? ['--renderer', 'mermaid'] : [])),
  };
}

/** Draws nothing, but remembers what was asked for. */
export function fakeRasterizer(draw: (request: PictureRequest) => Uint8Array = samplePicture) {
  const log = { opened: 0, closed: 0, options: [] as unknown[], requests: [] as PictureRequest[] };
  const openRasterizer: NonNullable<TempWorldOptions['openRasterizer']> = (options) => {
    log.opened += 1;
    log.options.push(options.browser);
    return Promise.resolve({
      render: async (request) => {
        log.requests.push(request);
        return await Promise.resolve(draw(request));
      },
      close: () => {
        log.closed += 1;
        return Promise.resolve();
      },
    });
  };
  return { log, openRasterizer };
}
