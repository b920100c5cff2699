/** The order in which a slide's objects appear: with each click a message. */
import type { Drawn, PrintedShapes } from '../shapes/index.js';
import { el } from '../xml/index.js';

/** '' where everything stands from the start. */
export function printTiming({ ids }: PrintedShapes): string {
  const clicks = new Map<number, Drawn[]>();
  for (const drawn of ids.keys()) {
    if (drawn.click === null) continue;
    const together = clicks.get(drawn.click) ?? [];
    clicks.set(drawn.click, together);
    together.push(drawn);
  }
  if (clicks.size === 0) return '';
  const ordered = [...clicks].sort(([one], [other]) => one - other).map(([, together]) => arrowFirst(together));
  const number = counter();
  const [root, main] = [number(), number()];
  const written = ordered.map((together) => printClick(together, ids, number));
  const builds = ordered.flat().filter((drawn) => drawn.kind === 'figure');
  return el(
    'p:timing',
    {},
    el(
      'p:tnLst',
      {},
      el(
        'p:par',
        {},
        el(
          'p:cTn',
          { id: root, dur: 'indefinite', restart: 'never', nodeType: 'tmRoot' },
          el('p:childTnLst', {}, printSequence(main, written)),
        ),
      ),
    ),
    el(
      'p:bldLst',
      {},
      ...builds.map((drawn) =>
        el('p:bldP', { spid: ids.get(drawn), grpId: 0, animBg: drawn.form.kind === 'text' ? undefined : 1 }),
      ),
    ),
  );
}

const counter = (): (() => number) => {
  let last = 0;
  return () => ++last;
};

/** A click shows the arrow, and the rest with it. */
const arrowFirst = (together: readonly Drawn[]): readonly Drawn[] => {
  const isArrow = ({ name }: Drawn): boolean => name.startsWith('Message ');
  return [...together.filter(isArrow), ...together.filter((drawn) => !isArrow(drawn))];
};

function printSequence(id: number, clicks: readonly string[]): string {
  const turn = (name: string, evt: string): string =>
    el(`p:${name}CondLst`, {}, el('p:cond', { evt, delay: 0 }, el('p:tgtEl', {}, el('p:sldTgt'))));
  return el(
    'p:seq',
    { concurrent: 1, nextAc: 'seek' },
    el('p:cTn', { id, dur: 'indefinite', nodeType: 'mainSeq' }, el('p:childTnLst', {}, ...clicks)),
    turn('prev', 'onPrev'),
    turn('next', 'onNext'),
  );
}

function printClick(together: readonly Drawn[], ids: PrintedShapes['ids'], number: () => number): string {
  const [outer, inner] = [number(), number()];
  const effects = together.map((drawn, index) => printEffect(ids.get(drawn) ?? 0, drawn.kind, index === 0, number));
  const starts = (delay: string): string => el('p:stCondLst', {}, el('p:cond', { delay }));
  return el(
    'p:par',
    {},
    el(
      'p:cTn',
      { id: outer, fill: 'hold' },
      starts('indefinite'),
      el(
        'p:childTnLst',
        {},
        el('p:par', {}, el('p:cTn', { id: inner, fill: 'hold' }, starts('0'), el('p:childTnLst', {}, ...effects))),
      ),
    ),
  );
}

function printEffect(spid: number, kind: Drawn['kind'], isFirst: boolean, number: () => number): string {
  const [effect, set] = [number(), number()];
  const starts = el('p:stCondLst', {}, el('p:cond', { delay: 0 }));
  return el(
    'p:par',
    {},
    el(
      'p:cTn',
      {
        ...{ id: effect, presetID: 1, presetClass: 'entr', presetSubtype: 0, fill: 'hold' },
        ...{ grpId: kind === 'figure' ? 0 : undefined, nodeType: isFirst ? 'clickEffect' : 'withEffect' },
      },
      starts,
      el(
        'p:childTnLst',
        {},
        el(
          'p:set',
          {},
          el(
            'p:cBhvr',
            {},
            el('p:cTn', { id: set, dur: 1, fill: 'hold' }, starts),
            el('p:tgtEl', {}, el('p:spTgt', { spid })),
            el('p:attrNameLst', {}, el('p:attrName', {}, 'style.visibility')),
          ),
          el('p:to', {}, el('p:strVal', { val: 'visible' })),
        ),
      ),
    ),
  );
}
