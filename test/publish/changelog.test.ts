/** Every release tells its users what their files and they themselves must expect. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { root } from './files.js';

const changelog = readFileSync(`${root}CHANGELOG.md`, 'utf8');

interface Part {
  readonly title: string;
  readonly text: string;
}

/** What stands under each heading of a level. */
const partsOf = (text: string, level: string): readonly Part[] =>
  text
    .split(new RegExp(`^${level} `, 'm'))
    .slice(1)
    .map((part) => ({ title: part.replace(/\n[^]*/, ''), text: part.replace(/^.*\n/, '').trim() }));

const releases = partsOf(changelog, '##');

/** Each with a text, and before all that is new. */
const asked = ['Output changes', 'What you must change'];
const missingIn = (release: Part): readonly string[] => {
  const parts = partsOf(release.text, '###');
  return asked.filter((title, index) => parts[index]?.title !== title || parts[index].text === '');
};

describe('CHANGELOG.md', () => {
  it('has this version, or what comes next, on top', () => {
    const titles = releases.map(({ title }) => title);
    expect(titles).toContain(manifest.version);
    expect(['Unreleased', manifest.version]).toContain(titles[0]);
    const dated = titles.filter((title) => title !== 'Unreleased');
    expect(dated.filter((title) => !/^\d+\.\d+\.\d+$/.test(title))).toEqual([]);
  });

  it.each(releases.map((release) => [release.title, release] as const))(
    '%s says both, or that there is nothing',
    (_, release) => {
      expect(missingIn(release)).toEqual([]);
    },
  );

  it('would miss one', () => {
    const text = '### Output changes\n\n### What you must change\n\nNothing.\n\n### New\n\nMuch.\n';
    expect(missingIn({ title: '1.0.0', text })).toEqual(['Output changes']);
    expect(missingIn({ title: '1.0.0', text: '### New\n\nMuch.\n' })).toEqual(asked);
  });
});
