import { expect, test } from 'vitest';
import { RasterFailure } from '../../src/peers/failure.js';
import { openBatch } from '../../src/browser/rasterizer.js';

type Outcome = 'drawn' | 'crash' | 'hang' | 'refuse' | 'no-browser';

/** Sessions that do as they are told: `outcomes` in the order of the calls, across sessions. */
function sessions(outcomes: Outcome[]) {
  const log: string[] = [];
  const open = () => {
    if (outcomes[0] === 'no-browser') {
      log.push('refused');
      return Promise.reject(new RasterFailure('no-browser', 'none'));
    }
    log.push('open');
    const draw = ({ id }: { id: string }): Promise<Uint8Array> => {
      const outcome = outcomes.shift() ?? 'drawn';
      log.push(`${id} ${outcome}`);
      if (outcome === 'crash') return Promise.reject(new Error('Page crashed!'));
      if (outcome === 'refuse') return Promise.reject(new RasterFailure('render-failed', `${id}: no`));
      if (outcome === 'hang') return new Promise(() => undefined);
      return Promise.resolve(Uint8Array.of(1));
    };
    const stop = () => Promise.resolve(log.push('stop')).then(() => undefined);
    return Promise.resolve({ draw, stop });
  };
  return { log, open };
}

const picture = (id: string) => ({ id, mermaid: 'sequenceDiagram', format: 'svg' as const });

async function batch(outcomes: Outcome[], ids: readonly string[]) {
  const { log, open } = sessions(outcomes);
  const rasterizer = await openBatch(open, { timeout: 50, report: (notice) => log.push(notice) });
  const results = await Promise.allSettled(ids.map((id) => rasterizer.render(picture(id))));
  await rasterizer.close();
  const kinds = results.map((result) =>
    result.status === 'fulfilled'
      ? 'drawn'
      : `${(result.reason as RasterFailure).kind}: ${(result.reason as Error).message}`,
  );
  return { log, kinds };
}

test('one session for a batch, one diagram after the other', async () => {
  const { log, kinds } = await batch([], ['a', 'b', 'c']);
  expect(log).toEqual(['open', 'a drawn', 'b drawn', 'c drawn', 'stop']);
  expect(kinds).toEqual(['drawn', 'drawn', 'drawn']);
});

test.each<[Outcome, string]>([
  ['crash', 'Page crashed!'],
  ['hang', 'no picture after 0.05 s'],
])('after a %s a new browser tries that diagram once more', async (outcome, reason) => {
  const { log, kinds } = await batch([outcome], ['a', 'b']);
  const notice = `a: the browser stopped (${reason}); trying once more with a new one`;
  expect(log).toEqual(['open', `a ${outcome}`, 'stop', notice, 'open', 'a drawn', 'b drawn', 'stop']);
  expect(kinds).toEqual(['drawn', 'drawn']);
});

test('after two it is reported, and the others still come out', async () => {
  const { log, kinds } = await batch(['drawn', 'crash', 'hang'], ['a', 'b', 'c']);
  const said = 'b: the browser stopped twice (no picture after 0.05 s)\nif it only needs more time: --timeout SECONDS';
  expect(kinds).toEqual(['drawn', `render-failed: ${said}`, 'drawn']);
  expect(log.filter((line) => line === 'open')).toHaveLength(3);
  expect(log.filter((line) => line === 'stop')).toHaveLength(3);
});

test('a diagram that Mermaid refuses is not tried again, and costs no browser', async () => {
  const { log, kinds } = await batch(['refuse'], ['a', 'b']);
  expect(log).toEqual(['open', 'a refuse', 'b drawn', 'stop']);
  expect(kinds).toEqual(['render-failed: a: no', 'drawn']);
});

test('a browser that does not start again is reported as such, and no other picture waits for it', async () => {
  const { kinds, log } = await batch(['crash', 'no-browser'], ['a', 'b']);
  expect(kinds).toEqual(['no-browser: none', 'no-browser: none']);
  expect(log.filter((line) => line === 'refused')).toHaveLength(1);
});

test('a large picture has more time, and its file is named', async () => {
  const { log, open } = sessions(['hang', 'hang', 'drawn']);
  const rasterizer = await openBatch(open, { timeout: 20, report: (notice) => log.push(notice) });
  const large = { ...picture('a'), file: 'a.dark.svg', mermaid: 'x'.repeat(60_000) };
  await expect(rasterizer.render(large)).rejects.toThrow(
    'a.dark.svg: the browser stopped twice (no picture after 0.06 s)',
  );
  await rasterizer.render(picture('b'));
  await rasterizer.close();
  expect(log).toContain('a.dark.svg: the browser stopped (no picture after 0.06 s); trying once more with a new one');
});

test('closing does not wait for a picture, and lets none start', async () => {
  const { log, open } = sessions(['hang']);
  const rasterizer = await openBatch(open, { timeout: 50 });
  const waiting = [rasterizer.render(picture('a')), rasterizer.render(picture('b'))].map((drawn) =>
    drawn.catch((thrown: unknown) => (thrown as Error).message),
  );
  await rasterizer.close();
  await rasterizer.close();
  expect(await Promise.all(waiting)).toEqual(['a: closed before it was drawn', 'b: closed before it was drawn']);
  expect(log.filter((line) => line === 'open').length).toBe(log.filter((line) => line === 'stop').length);
});
