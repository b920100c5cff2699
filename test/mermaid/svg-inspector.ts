/** Looks at an SVG as a browser does: by its tree. */
import type { Browser, Page } from 'puppeteer';
import { startBrowser } from '../../src/browser/browser.js';
import { loadPuppeteer } from '../../src/browser/peers.js';
import { downloadsOf, machine } from '../../src/browser/world.js';

export interface Inspected {
  /** Lines of text by the class of their element; of those without one under `''`. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly title: string;
  readonly description: string;
  /** Where links lead. */
  readonly links: readonly string[];
  /** What no diagram may hold: `script`, `@onclick`, `href=…`, `url(…)`. */
  readonly dangers: readonly string[];
}

export interface Inspector {
  inspect(svg: Uint8Array): Promise<Inspected>;
  close(): Promise<void>;
}

export async function openInspector(): Promise<Inspector> {
  const puppeteer = await loadPuppeteer(() => '');
  const { browser, stop } = await startBrowser(puppeteer, machine(await downloadsOf(puppeteer)), {}, () =>
    Promise.resolve(),
  );
  const page = await blankPage(browser);
  return {
    inspect: async (svg) =>
      (await page.evaluate(`(${inspect})(${JSON.stringify(new TextDecoder().decode(svg))})`)) as Inspected,
    close: stop,
  };
}

async function blankPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent('<!doctype html>');
  return page;
}

/** Runs in the page: text, since none of its names exist here. */
const inspect = String.raw`(svg) => {
  const tree = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const texts = {};
  const links = [];
  const dangers = [];
  if (tree.querySelector('parsererror')) dangers.push('not XML');
  const allowed = 'svg g a text tspan rect line path circle defs marker symbol polygon title desc style filter feDropShadow'.split(' ');
  for (const element of tree.querySelectorAll('*')) {
    if (!allowed.includes(element.localName) || element.namespaceURI !== 'http://www.w3.org/2000/svg') dangers.push(element.nodeName);
    for (const { name, value } of element.attributes) {
      const href = /(^|:)href$/.test(name);
      if (href && element.localName === 'a') links.push(value);
      else if (href && !value.startsWith('#')) dangers.push(name + '=' + value);
      if (/^on/i.test(name) || /^(src|srcdoc|action|formaction|data)$/i.test(name)) dangers.push('@' + name);
      if (!href && !name.startsWith('xmlns')) dangers.push(...foreign(value));
    }
    if (element.localName === 'style') dangers.push(...foreign(element.textContent), ...(element.textContent.match(/@import|expression\(/g) ?? []));
    if (element.localName !== 'text') continue;
    const name = element.getAttribute('class') ?? '';
    (texts[name] ??= []).push(element.textContent);
  }
  function foreign(value) {
    return (value.match(/url\([^)]*\)/g) ?? []).filter((url) => !/^url\(["']?#/.test(url));
  }
  const text = (selector) => tree.querySelector(selector)?.textContent ?? '';
  return { texts, title: text('svg > title'), description: text('svg > desc'), links, dangers };
}`;
