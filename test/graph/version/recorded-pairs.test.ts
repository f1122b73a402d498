/** The order of versions against pairs.tsv, which Go's own packages answered; record.go.txt says how it was made. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compareGoVersions, compareModuleVersions } from '../../../graph/version/go-version.ts';
import { compareVersions, isPrerelease, isPseudo, isVersion, pseudoBase } from '../../../graph/version/semver.ts';

type Row = readonly [kind: string, a: string, b: string, answer: string];

const rows = readFileSync(new URL('pairs.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(0, -1)
  .map((line): Row => {
    const [kind = '', a = '', b = '', answer = ''] = line.split('\t');
    return [kind, a, b, answer];
  });

function of(kind: string): readonly Row[] {
  return rows.filter((row) => row[0] === kind);
}

/** Those that we answer otherwise. */
function wrong(kind: string, ours: (a: string, b: string) => string): (readonly string[])[] {
  return of(kind).flatMap((row) => {
    const [, a, b, answer] = row;
    const own = ours(a, b);
    return own === answer ? [] : [[...row, `ours: ${own}`]];
  });
}

/** 0 and never -0, which is another text. */
function turned(order: number): string {
  return String(order === 0 ? 0 : -order);
}

it('was recorded whole', () => {
  expect(['semver', 'go', 'valid', 'pseudo', 'base'].map((kind) => of(kind).length)).toEqual([
    1728, 820, 1154, 1154, 50,
  ]);
});

it('orders versions as golang.org/x/mod/semver does, from both sides', () => {
  expect(wrong('semver', (a, b) => String(compareVersions(a, b)))).toEqual([]);
  expect(wrong('semver', (a, b) => turned(compareVersions(b, a)))).toEqual([]);
  expect(wrong('semver', (a, b) => String(compareModuleVersions('example.com/m', a, b)))).toEqual([]);
});

it('orders go lines as internal/gover does, from both sides', () => {
  expect(wrong('go', (a, b) => String(compareGoVersions(a, b)))).toEqual([]);
  expect(wrong('go', (a, b) => turned(compareGoVersions(b, a)))).toEqual([]);
  expect(wrong('go', (a, b) => String(compareModuleVersions('go', a, b)))).toEqual([]);
});

it('orders toolchains by the go in their names, whatever follows it', () => {
  const named = (version: string): string => `go${version}-custom`;
  expect(wrong('go', (a, b) => String(compareModuleVersions('toolchain', named(a), named(b))))).toEqual([]);
});

it('takes the same texts for versions as golang.org/x/mod/semver', () => {
  expect(wrong('valid', (a) => String(isVersion(a)))).toEqual([]);
});

it('knows pseudo-versions as golang.org/x/mod/module does', () => {
  expect(wrong('pseudo', (a) => String(isPseudo(a)))).toEqual([]);
  const both = of('pseudo').filter(([, a, , answer]) => answer === 'true' && isPrerelease(a));
  expect(both).toEqual([]);
});

it('finds the version that a pseudo-version comes after', () => {
  // Go gives an error, written '-', where nothing can come before: ours is ''.
  const none = new Set(of('base').flatMap(([, a, , answer]) => (answer === '-' ? [a] : [])));
  expect(wrong('base', (a) => (none.has(a) && pseudoBase(a) === '' ? '-' : pseudoBase(a)))).toEqual([]);
});
