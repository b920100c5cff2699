import { describe, expect, it } from 'vitest';
import { applyEdits, doOverlap } from '../../src/source/edits.js';
import { nearestName, nearestOf, spellingFix } from '../../src/source/names.js';

const keys = ['id', 'to', 'text', 'note', 'steps', 'request', 'redirectUris', 'client1'];

describe('the nearest name', () => {
  it.each([
    ['requst', 'request'],
    ['stpes', 'steps'],
    ['Note', 'note'],
    ['redirect_uris', 'redirectUris'],
    ['notes', 'note'],
  ])('of %s is %s', (name, nearest) => expect(nearestName(name, keys)).toBe(nearest));

  it.each(['if', 'do', 'a', 'link', 'nope', 'bold'])('of %s is no short key two letters away', (name) => {
    expect(nearestName(name, ['id', 'line', 'node', 'b', 'over', 'box']) ?? '').not.toMatch(/^(?:over|b|box)$/);
    expect(nearestName(name, ['at', 'via', 'json', 'both', 'open'])).toBeNull();
  });

  it('is listed with all keys there are', () => {
    const many = Array.from({ length: 40 }, (_, index) => `key-${index}`);
    expect(nearestOf('unlike', 'keys', many)).toBe(`keys are: ${many.join(', ')}`);
  });
});

describe('a fix of a name', () => {
  const spanOf = (text: string, written: string) => ({
    source: { path: 'a.yaml', text },
    start: text.indexOf(written),
    end: text.indexOf(written) + written.length,
  });
  const fixed = (text: string, name: string, known: readonly string[], written = name) => {
    const fix = spellingFix(name, known, spanOf(text, written));
    return fix && { text: applyEdits(text, fix.edits), isSafe: fix.isSafe };
  };

  it.each([
    ['in plain text', 'requst: {}', 'requst', 'request: {}'],
    ['in quotes', '"requst": {}', '"requst"', '"request": {}'],
    ['as a part of a key', '"C -> requst": x', '"C -> requst"', '"C -> request": x'],
  ])('keeps what is around it, %s', (_, text, written, expected) => {
    expect(fixed(text, 'requst', keys, written)).toEqual({ text: expected, isSafe: true });
  });

  it('is made only where the file spells the name once', () => {
    expect(fixed('"requst -> requst": x', 'requst', keys, '"requst -> requst"')).toBeNull();
    expect(fixed('"requst -> my-requst": x', 'requst', keys, '"requst -> my-requst"')).toBeNull();
    expect(fixed('"req\\u0075st": x', 'requst', keys, '"req\\u0075st"')).toBeNull();
  });

  it('writes no name that needs quotes', () => {
    expect(fixed('# knwn', 'knwn', ['# known', 'known: x'])).toBeNull();
  });

  it.each([
    ['two names are as near', 'clients', ['client', 'clientx']],
    ['a digit differs', 'client2', ['client1']],
    ['a digit is missing', 'client', ['client1']],
    ['the name is short', 'AZ', ['AS', 'C']],
    ['the name has three letters', 'opn', ['open']],
    ['two letters differ', 'reqst', ['request']],
    ['two names differ in case', 'As', ['AS', 'as']],
  ])('is not safe where %s', (_, name, known) => {
    expect(fixed(`${name}: x`, name, known)?.isSafe ?? false).toBe(false);
  });

  it.each([
    ['as', ['AS', 'C']],
    ['redirect-uris', ['redirectUris']],
    ['confidentail', ['confidential', 'public']],
  ])('is safe for %s', (name, known) => expect(fixed(`${name}: x`, name, known)?.isSafe).toBe(true));
});

describe('edits', () => {
  const source = { path: 'a', text: 'abcdef' };
  const edit = (start: number, end: number, text: string, path = 'a') => ({
    span: { source: { ...source, path }, start, end },
    text,
  });

  it('are applied at their places, in any order', () => {
    expect(applyEdits('abcdef', [edit(4, 5, 'X'), edit(0, 0, '>'), edit(1, 3, '')])).toBe('>adXf');
  });

  it('overlap in one file only', () => {
    expect(doOverlap(edit(0, 2, ''), edit(1, 3, ''))).toBe(true);
    expect(doOverlap(edit(0, 2, ''), edit(2, 3, ''))).toBe(false);
    expect(doOverlap(edit(2, 2, 'x'), edit(2, 2, 'y'))).toBe(true);
    expect(doOverlap(edit(0, 2, ''), edit(1, 3, '', 'b'))).toBe(false);
  });
});
