/** What is wrong with a drawn diagram to the eye, found by the places of its parts. It runs in the page. */
import type { Page } from 'puppeteer';

/** One line for each fault: what, which text. Empty for a diagram as it should be. */
export const faultsOf = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(FIND_FAULTS)) as readonly string[];

const FIND_FAULTS = `(() => {
  const svg = document.querySelector('#container svg');
  const all = (selector, within = svg) => Array.from(within.querySelectorAll(selector));
  const placeOf = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { element, left, right, top, bottom, says: element.textContent.trim() };
  };
  const isWithin = (inner, outer, side = 0) =>
    inner.left >= outer.left + side && inner.right <= outer.right - side &&
    inner.top >= outer.top - 0.5 && inner.bottom <= outer.bottom + 0.5;
  const touches = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5;
  const said = (places) => places.filter(({ says }) => says !== '');

  const outOfShape = all('rect.note, rect.actor, g > rect.rect').flatMap((shape) =>
    said(all(':scope > text', shape.parentElement).map(placeOf))
      .filter((text) => !isWithin(text, placeOf(shape), 2))
      .map(({ says }) => 'outside of its ' + shape.getAttribute('class') + ': ' + says),
  );
  const tabs = all('.labelBox').map((shape) => [placeOf(shape), placeOf(shape.nextElementSibling)]);
  const tight = tabs
    .filter(([tab, text]) => text.left < tab.left + 3 || text.right > tab.right - 3)
    .map(([, { says }]) => 'tight in its tab: ' + says);

  const picture = placeOf(svg);
  const drawn = all('text, line, path, polygon, rect, circle').filter((element) => !element.closest('defs, marker') && element.getClientRects().length > 0);
  const cut = drawn
    .map(placeOf)
    .filter((place) => !isWithin(place, picture))
    .map(({ element, says }) => 'beyond the edge: ' + element.tagName + ' ' + says);

  // The circle is a marker, and markers have no place; its radius is 12, and a text keeps 4 above it.
  const numbers = all('.sequenceNumber').map((text) => {
    const { left, top } = text.previousElementSibling.getBoundingClientRect();
    const says = 'number ' + text.textContent;
    return { element: text, left: left - 12, right: left + 12, top: top - 16, bottom: top + 12, says };
  });
  const texts = said(all('text.messageText, text.noteText, text.loopText, text.labelText, text.actor').map(placeOf));
  const shapes = all('rect.note, rect.actor').map(placeOf);
  const groupOf = ({ element }) => (element.matches('.messageText') ? element : element.parentElement);
  const pairs = [...texts, ...numbers].flatMap((one) =>
    [...numbers, ...texts, ...shapes]
      .filter((other) => groupOf(one) !== groupOf(other) && touches(one, other))
      // Lines of one message stand close.
      .filter((other) => !(one.element.matches('.messageText') && other.element.matches('.messageText, .sequenceNumber')) ||
        other.element.matches('.sequenceNumber'))
      .map((other) => [one.says, other.says || placeOf(other.element.parentElement).says].sort().join(' / ')),
  );
  return [...outOfShape, ...tight, ...cut, ...new Set(pairs.map((pair) => 'overlap: ' + pair))];
})()`;
