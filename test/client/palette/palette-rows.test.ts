import { describe, expect, it, vi } from 'vitest';
import { paletteRows, type Command } from '../../../client/palette/palette-rows.ts';
import { moduleFinder } from '../../../client/panels/search/find-modules.ts';
import { searchEntries } from '../../../graph/search/entries.ts';
import { small } from '../panels/models.ts';

const modules = searchEntries(small);
const finder = moduleFinder(modules);
const commands: Command[] = [
  { id: 'why', word: 'Why: all paths to it', key: 'W', run: vi.fn() },
  { id: 'owners', word: 'Level: owners', key: '2', run: vi.fn() },
];
const queries = ['to(example.com/net)', 'is:cycle'];
const kinds = (text: string): string[] => paletteRows(finder, modules, commands, queries, text).map((row) => row.kind);
const ids = (text: string): string[] => paletteRows(finder, modules, commands, queries, text).map((row) => row.id);

describe('rows of the palette', () => {
  it('begins with the main module, then every command, then the queries of late', () => {
    expect(ids('')).toEqual([
      'module example.com/app',
      'command why',
      'command owners',
      'query to(example.com/net)',
      'query is:cycle',
    ]);
  });

  it('holds what has every word, modules first', () => {
    expect(kinds('net')).toEqual(['module', 'query']);
    expect(ids('own lev')).toEqual(['command owners']);
    expect(ids('  PATHS all ')).toEqual(['command why']);
    expect(ids('no such thing')).toEqual([]);
  });

  it('has no two rows of one id', () => {
    for (const text of ['', 'e', 'example']) expect(new Set(ids(text)).size).toBe(ids(text).length);
  });
});
