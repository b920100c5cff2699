/** Reads a file of draw.io as XML, strictly, and finds what is wrong in it. */
import { elementsIn, readSvg } from '../svg/read-svg.js';
import type { SvgElement } from '../svg/read-svg.js';

export interface ReadCell {
  readonly id: string;
  /** HTML; '' without one. */
  readonly label: string;
  readonly link: string | undefined;
  readonly style: ReadonlyMap<string, string>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly element: SvgElement;
}

export interface ReadPage {
  readonly id: string;
  readonly name: string;
  /** Without the root and the layer. */
  readonly cells: readonly ReadCell[];
}

/** Throws at what is not well-formed. */
export const readDrawio = (xml: string): readonly ReadPage[] => {
  const file = readSvg(xml);
  if (file.name !== 'mxfile') throw new Error(`the file is a ${file.name}`);
  return childrenOf(file).map((diagram) => ({
    id: diagram.attributes.id ?? '',
    name: diagram.attributes.name ?? '',
    cells: childrenOf(childrenOf(childrenOf(diagram)[0]!)[0]!)
      .map(readCell)
      .filter(({ id }) => id !== '0' && id !== '1'),
  }));
};

const childrenOf = ({ children }: SvgElement): readonly SvgElement[] =>
  children.filter((child): child is SvgElement => typeof child === 'object');

function readCell(element: SvgElement): ReadCell {
  const cell = element.name === 'UserObject' ? childrenOf(element)[0]! : element;
  const { id = '', label, link } = element.attributes;
  return {
    id,
    label: label ?? cell.attributes.value ?? '',
    link,
    style: new Map((cell.attributes.style ?? '').split(';').map((pair) => pair.split(/=(.*)/s, 2) as [string, string])),
    attributes: cell.attributes,
    element: cell,
  };
}

/** In words, one for each fault. */
export function lintDrawio(xml: string): readonly string[] {
  const pages = readDrawio(xml);
  return [
    ...(xml.includes('<!--') ? ['a comment'] : []),
    ...twice(pages.map(({ id }) => id)).map((id) => `two pages are called ${id}`),
    ...pages.flatMap(({ id, cells }) => lintPage(cells).map((fault) => `page ${id}: ${fault}`)),
  ];
}

function lintPage(cells: readonly ReadCell[]): readonly string[] {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  return [
    ...twice(['0', '1', ...cells.map(({ id }) => id)]).map((id) => `two cells are called ${id}`),
    ...cells.flatMap((cell) => lintCell(cell, byId).map((fault) => `${cell.id}: ${fault}`)),
  ];
}

function lintCell({ link, style, attributes, element, label }: ReadCell, byId: ReadonlyMap<string, ReadCell>) {
  const faults: string[] = [];
  const check = (isFault: boolean, fault: string): void => {
    if (isFault) faults.push(fault);
  };
  const { parent = '', source = '', target = '', edge, vertex } = attributes;
  check(parent !== '1' && !byId.has(parent), `its parent ${parent} is missing`);
  check((edge === '1') === (vertex === '1'), 'it is neither an edge nor a shape');
  check(link !== undefined && !/^https?:\/\//i.test(link), `it links to ${link}`);
  check(style.get('html') !== '1', 'its label is no HTML');
  check(/<(?!br>|\/?b>|\/?font|\/?span)/.test(label), 'its label has other elements');
  check(style.get('shape') === 'umlLifeline' && !(Number(style.get('size')) > 0), 'its head has no height');
  const numbers = elementsIn(element).flatMap((each) =>
    Object.entries(each.attributes).filter(([name]) => ['x', 'y', 'width', 'height'].includes(name)),
  );
  check(
    numbers.some(([, value]) => !Number.isFinite(Number(value))),
    'a length is no number',
  );
  if (edge !== '1') return faults;
  for (const end of [source, target]) check(byId.get(end)?.attributes.vertex !== '1', `it ends at ${end || 'nothing'}`);
  for (const end of ['exit', 'entry']) {
    check(style.get(`${end}X`) !== '0.5' || style.get(`${end}Y`) !== '0', `${end} is pinned by a share`);
    check(style.get(`${end}Perimeter`) !== '0', `${end} is moved to the perimeter`);
    check(!Number.isFinite(Number(style.get(`${end}Dy`))), `${end} is not pinned`);
  }
  const ends = ['exit', 'entry'].map((end, index) => {
    const shape = byId.get(index === 0 ? source : target);
    const geometry = shape?.element.children.find((child): child is SvgElement => typeof child === 'object');
    return Number(geometry?.attributes.y) + Number(style.get(`${end}Dy`));
  });
  check(source !== target && Math.abs(ends[0]! - ends[1]!) > 0.02, 'it is slanted');
  check(label !== '' && !style.get('labelBackgroundColor'), 'its label has no ground');
  return faults;
}

const twice = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);
