/** Plans the slides of a flow, drawn from its words: a picture per phase or step, and the decks that show them. */
import { slideVariants } from '../../model/index.js';
import type { Size } from '../../model/index.js';
import { readBackground } from '../../picture/index.js';
import type { SlideRoom } from '../../scene/index.js';
import { lazily } from '../../source/index.js';
import { notAColor } from '../../theme/index.js';
import { slideFormats } from '../make-options.js';
import type { SlideFormat } from '../make-options.js';
import type { Job, Making } from '../output.js';
import { SCENE_HEIGHT, layOutDeck } from './lay-out-deck.js';
import { makers, mainFile } from './make-slides.js';

/** 16:9, and sharp on every projector. */
const DEFAULT_SIZE: Size = { width: 2560, height: 1440 };
/** What titles and the edges of a slide take. */
const around = { side: 48, top: 122, bottom: 20 } as const;

const defaultFormats: readonly SlideFormat[] = ['png', 'marp'];

export function planSlides(making: Making): readonly Job[] {
  const { flow, options, report } = making;
  const background = readBackground(options.background);
  if (background === null) {
    report(notAColor(options.background ?? '', undefined));
    return [];
  }
  const size = options.fit ?? DEFAULT_SIZE;
  const formats = formatsOf(options.slideFormats ?? defaultFormats);
  const ownRoom = roomOf(size);
  const own = lazily(() => layOutDeck(making, ownRoom));
  const { pptxTemplate: template } = options;
  const room = template ? { ...template.size, stage: template.stage } : ownRoom;
  const slides = formats.some((format) => format !== 'pptx') ? own() : [];
  const editable = !formats.includes('pptx') ? [] : template ? layOutDeck(making, room) : own();
  if (slides === null || editable === null) return [];
  const deck = { making, size, background, formats, slides, editable, room };
  return slideVariants(flow, options.themes).map((variant): Job => ({
    path: variant.path(mainFile(deck)),
    ...{ stamp: null, isListed: true, content: null },
    needs: formats.includes('png') || formats.includes('pdf') ? 'canvas' : 'nothing',
    make: async (drawing) => {
      const made = [];
      for (const format of formats) made.push(...(await makers[format]({ ...deck, drawing, variant })));
      return made;
    },
  }));
}

/** In the order of the table; a Marp deck shows pictures. */
function formatsOf(asked: readonly SlideFormat[]): readonly SlideFormat[] {
  const hasPictures = asked.includes('png') || asked.includes('svg');
  return slideFormats.filter(
    (format) => asked.includes(format) || (format === 'png' && asked.includes('marp') && !hasPictures),
  );
}

function roomOf({ width, height }: Size): SlideRoom {
  const wide = Math.round((SCENE_HEIGHT * width) / height);
  return {
    ...{ width: wide, height: SCENE_HEIGHT },
    stage: { left: around.side, top: around.top, right: wide - around.side, bottom: SCENE_HEIGHT - around.bottom },
  };
}
