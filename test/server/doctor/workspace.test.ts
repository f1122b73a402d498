/** Checks of go.work. The real go refuses what is called an error, and takes it once the command was typed. */
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { goMod, patient, type Patient } from './examined.ts';

const members = { 'a/go.mod': goMod('example.com/wa'), 'b/go.mod': goMod('example.com/wb') };

function work(...lines: readonly string[]): string {
  return ['go 1.21', ...lines, ''].join('\n');
}

/** Go's own verdict on the workspace. */
function goTakes({ folder }: Patient): boolean {
  try {
    execFileSync('go', ['list', '-m'], { cwd: folder, stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

const broken: readonly (readonly [string, string, Readonly<Record<string, string>>, RegExp])[] = [
  [
    'a folder that is not there',
    'workspace-use-missing',
    { ...members, 'go.work': work('use ./a', 'use ./none') },
    /^go\.work uses \.\/none, and there is no such folder\.$/,
  ],
  [
    'a folder without a go.mod',
    'workspace-use-missing',
    { ...members, 'go.work': work('use ./a', 'use ./b', 'use ./c'), 'c/x.go': 'package c\n' },
    /^go\.work uses \.\/c, where there is no go\.mod\.$/,
  ],
  [
    'a folder twice',
    'workspace-use-repeated',
    { ...members, 'go.work': work('use ./a', 'use ./b/../a/') },
    /^go\.work uses the folder a 2 times: \.\/a, \.\/b\/\.\.\/a\/\.$/,
  ],
  [
    'a module twice',
    'workspace-use-repeated',
    { ...members, 'go.work': work('use ./a', 'use ./copy'), 'copy/go.mod': goMod('example.com/wa') },
    /^go\.work uses the module example\.com\/wa in more than one folder: a, copy\.$/,
  ],
  [
    'replacements that do not agree',
    'workspace-replace-conflict',
    {
      'a/go.mod': goMod('example.com/wa', 'go 1.21\n\nreplace example.com/z => ../z1\n'),
      'b/go.mod': goMod('example.com/wb', 'go 1.21\n\nreplace example.com/z => ../z2\n'),
      'z1/go.mod': goMod('example.com/z'),
      'z2/go.mod': goMod('example.com/z'),
      'go.work': work('use ./a', 'use ./b'),
    },
    /replace example\.com\/z by different things: \.\/z1 \(a\/go\.mod\), \.\/z2 \(b\/go\.mod\)\.$/,
  ],
  [
    'replacements of one version that do not agree',
    'workspace-replace-conflict',
    {
      'a/go.mod': goMod('example.com/wa', 'go 1.21\n\nreplace example.com/z v1.0.0 => example.com/a v1.1.0\n'),
      'b/go.mod': goMod('example.com/wb', 'go 1.21\n\nreplace example.com/z v1.0.0 => example.com/b v1.2.0\n'),
      'go.work': work('use ./a', 'use ./b'),
    },
    /replace example\.com\/z@v1\.0\.0 by different things/,
  ],
  [
    'a member that is replaced',
    'workspace-main-replaced',
    { ...members, 'go.work': work('use ./a', 'use ./b', 'replace example.com/wa => ./b') },
    /^go\.work replaces example\.com\/wa, which is one of its own modules\.$/,
  ],
  [
    'a member with a newer go line',
    'workspace-go-line',
    { ...members, 'a/go.mod': goMod('example.com/wa', 'go 1.22\n'), 'go.work': work('use ./a', 'use ./b') },
    /^go\.work says `go 1\.21`, and uses modules that require more: a \(go 1\.22\)\.$/,
  ],
  [
    'no go line, which stands for an old one',
    'workspace-go-line',
    { ...members, 'go.work': 'use ./a\n' },
    /^go\.work has no go line, which stands for `go 1\.18`, and uses modules that require more: a \(go 1\.21\)\.$/,
  ],
];

describe.each(broken)('%s', (_, code, files, words) => {
  it('is told, go refuses it, and the command mends it', async () => {
    const one = patient(files);
    expect(goTakes(one)).toBe(false);
    const [only, ...more] = await one.told(code);
    expect(only).toMatchObject({ severity: 'error', what: expect.stringMatching(words) as string });
    expect(more).toEqual([]);
    one.type(only!.remedy!.command!);
    expect(goTakes(one)).toBe(true);
    expect(await one.told(code)).toEqual([]);
  });

  it('is mended from a folder of a member, too', async () => {
    const one = patient(files);
    const [only] = await one.told(code, { dir: 'a' });
    one.type(only!.remedy!.command!, 'a');
    expect(goTakes(one)).toBe(true);
  });
});

describe('what go takes', () => {
  it.each([
    ['two members', { ...members, 'go.work': work('use ./a', 'use ./b') }],
    [
      'replacements that name one folder in two ways',
      {
        'a/go.mod': goMod('example.com/wa', 'go 1.21\n\nreplace example.com/z => ../z\n'),
        'b/c/go.mod': goMod('example.com/wb', 'go 1.21\n\nreplace example.com/z => ../../z\n'),
        'z/go.mod': goMod('example.com/zz'),
        'go.work': work('use ./a', 'use ./b/c', 'use ./z'),
      },
    ],
    [
      'a conflict that go.work settles',
      {
        'a/go.mod': goMod('example.com/wa', 'go 1.21\n\nreplace example.com/z => ../b\n'),
        'b/go.mod': goMod('example.com/wb', 'go 1.21\n\nreplace example.com/z => ../a\n'),
        'go.work': work('use ./a', 'use ./b', 'replace example.com/z => ./a'),
      },
    ],
    [
      'one version replaced, and all of them',
      {
        'a/go.mod': goMod('example.com/wa', 'go 1.21\n\nreplace example.com/z => ../b\n'),
        'b/go.mod': goMod('example.com/wb', 'go 1.21\n\nreplace example.com/z v1.0.0 => ../a\n'),
        'go.work': work('use ./a', 'use ./b'),
      },
    ],
    [
      'one version of a member replaced',
      { ...members, 'go.work': work('use ./a', 'use ./b', 'replace example.com/wa v1.0.0 => ./b') },
    ],
  ])('%s: nothing is told', async (_, files) => {
    const one = patient(files);
    expect(goTakes(one)).toBe(true);
    expect((await one.look()).found).toEqual([]);
  });

  it('a folder inside another is good to know', async () => {
    const one = patient({
      ...members,
      'a/in/go.mod': goMod('example.com/in'),
      'go.work': work('use ./a', 'use ./a/in', 'use ./b'),
    });
    expect(goTakes(one)).toBe(true);
    const { found } = await one.look();
    expect(found).toMatchObject([{ code: 'workspace-use-nested', severity: 'info' }]);
    expect(found[0]?.what).toBe('go.work uses ./a, and ./a/in inside it.');
  });
});

it('a link to a folder that is used is one module twice', async () => {
  const one = patient({ ...members, 'go.work': work('use ./a', 'use ./link') });
  symlinkSync('a', path.join(one.folder, 'link'));
  expect(goTakes(one)).toBe(false);
  const [only] = await one.told('workspace-use-repeated');
  one.type(only!.remedy!.command!);
  expect(goTakes(one)).toBe(true);
});

describe('a go.work above', () => {
  const files = { ...members, 'c/go.mod': goMod('example.com/wc'), 'go.work': work('use ./a', 'use ./b') };

  it('that is in force is told to who stands in a member, and to nobody else', async () => {
    const one = patient(files);
    const [only] = await one.told('workspace-above', { dir: 'a' });
    expect(only).toMatchObject({ severity: 'info', remedy: { command: 'modscope --gowork off' } });
    expect(only?.what).toContain('2 modules are loaded together, and a is one of them');
    expect(await one.told('workspace-above')).toEqual([]);
    expect(await one.told('workspace-above', { dir: 'a', options: { gowork: 'off' } })).toEqual([]);
  });

  it('that does not use the module, until it does', async () => {
    const one = patient(files);
    const [only] = await one.told('workspace-elsewhere', { dir: 'c' });
    expect(only?.severity).toBe('error');
    one.type(only!.remedy!.command!, 'c');
    expect(await one.told('workspace-elsewhere', { dir: 'c' })).toEqual([]);
    expect(await one.told('workspace-above', { dir: 'c' })).toHaveLength(1);
  });

  it('that is broken itself: what go says, and no command that would fail', async () => {
    const one = patient({ ...files, 'go.work': work('use ./a', 'use ./gone') });
    const [only] = await one.told('workspace-elsewhere', { dir: 'c' });
    expect(only?.what).toContain('cannot load module ../gone listed in go.work file');
    expect(only?.remedy?.command).toBeUndefined();
  });

  it('its modules that are left out, and an error where go lacks one', async () => {
    const one = patient(files);
    const [only] = await one.told('workspace-left-out');
    expect(only).toMatchObject({ severity: 'info', what: '1 module below go.work is not used by it: c.' });
    one.type(only!.remedy!.command!);
    expect(goTakes(one)).toBe(true);
    expect(await one.told('workspace-left-out')).toEqual([]);
    const asking = patient({
      ...files,
      'a/go.mod': goMod('example.com/wa', 'go 1.21\n\nrequire example.com/wc v1.0.0\n'),
    });
    const [heavier] = await asking.told('workspace-left-out');
    expect(heavier).toMatchObject({
      severity: 'error',
      what: 'go.work does not use ./c, which is the module example.com/wc, and go lacks example.com/wc@v1.0.0 (needed by example.com/wa).',
    });
    asking.type(heavier!.remedy!.command!);
    expect(goTakes(asking)).toBe(true);
  });

  it('a module that a replace line puts into the build is where its author wants it', async () => {
    const asking = { ...files, 'a/go.mod': goMod('example.com/wa', 'go 1.21\n\nrequire example.com/a v1.0.0\n') };
    const left = { 'c/go.mod': goMod('example.com/a') };
    const told = async (more: Readonly<Record<string, string>>) =>
      (await patient({ ...asking, ...left, ...more }).told('workspace-left-out')).map(({ severity }) => severity);
    expect(await told({})).toEqual(['warn']);
    // By the go.mod of any member, whoever requires it; and by go.work.
    const byB = { 'b/go.mod': goMod('example.com/wb', 'go 1.21\n\nreplace example.com/a => ../c\n') };
    expect(await told(byB)).toEqual([]);
    expect(await told({ 'go.work': work('use ./a', 'use ./b', 'replace example.com/a => ./c') })).toEqual([]);
    // A nested one.
    const nested = { 'a/c/go.mod': goMod('example.com/a'), 'c/go.mod': goMod('example.com/unrelated') };
    expect(await told({ ...nested, 'go.work': work('use ./a', 'use ./b', 'replace example.com/a => ./a/c') })).toEqual([
      'info',
    ]);
  });

  it('a replace line for one version counts where that is selected, and not where another is', async () => {
    const told = async (version: string) => {
      const one = patient({
        ...files,
        'a/go.mod': goMod(
          'example.com/wa',
          `go 1.21\n\nrequire example.com/a ${version}\n\nreplace example.com/a v1.0.0 => ../c\n`,
        ),
        // It raises a to v1.1.0 where it is required.
        'c/go.mod': goMod('example.com/a'),
      });
      return (await one.told('workspace-left-out'))[0];
    };
    expect(await told('v1.0.0')).toBeUndefined();
    expect((await told('v1.1.0'))?.why).toContain(
      'go takes the published version, not the folder (example.com/a v1.1.0)',
    );
  });

  it('what go.work replaces at all versions is not proposed for go work use, which would make it unloadable', async () => {
    const one = patient({
      ...files,
      'a/go.mod': goMod('example.com/wa', 'go 1.21\n\nrequire example.com/wc v1.0.0\n'),
      'other/go.mod': goMod('example.com/wc'),
      'go.work': work('use ./a', 'use ./b', 'replace example.com/wc => ./other'),
    });
    const [only] = await one.told('workspace-left-out');
    expect(only).toMatchObject({ severity: 'info', what: '1 module below go.work is not used by it: c.' });
    expect(only?.remedy?.command).toBeUndefined();
  });

  it('what go passes over is not left out, nor what could not be added', async () => {
    const one = patient({
      ...members,
      'go.work': work('use ./a', 'use ./b'),
      'testdata/x/go.mod': goMod('example.com/x'),
      '_old/go.mod': goMod('example.com/old'),
      '.hidden/go.mod': goMod('example.com/hidden'),
      'a/vendor/go.mod': goMod('example.com/v'),
      'copy/go.mod': goMod('example.com/wa'),
    });
    expect(await one.told('workspace-left-out')).toEqual([]);
  });
});
