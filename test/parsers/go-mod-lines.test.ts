/**
 * Lines of go.mod and go.work files, right and wrong, with what the three readers make of them: go-mod-lines.txt. The real
 * go judges right and wrong in go-mod-text.test.ts; this holds the words of each mistake, and what is kept.
 * `npx vitest run test/parsers/go-mod-lines.test.ts -u` writes it anew; read what changed.
 */
import { expect, test } from 'vitest';
import { Fault } from '../../graph/fault.ts';
import { readDependencyGoMod } from '../../parsers/go-mod-lax.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { readGoWork } from '../../parsers/go-work-text.ts';

const both: readonly string[] = [
  '',
  'go 1.21',
  'go 1.21.3',
  'go 1.21rc2',
  'go 01.21',
  'go 1.021',
  'go 1',
  'go 1.21 x',
  'go 1.21-custom',
  'go v1.21.1+x',
  'go v1.21.1',
  'go 1.21x1-y',
  'go',
  'go 1.21\ngo 1.22',
  'toolchain go1.22.1',
  'toolchain go1',
  'toolchain go12',
  'toolchain default',
  'toolchain defaults',
  'toolchain 1.22',
  'toolchain go1.22 x',
  'toolchain',
  'toolchain go1.22\ntoolchain go1.23',
  'godebug a=b',
  'godebug (\n\ta=b\n\tc=d\n)',
  'godebug ab',
  'godebug a="b"',
  "godebug a='b'",
  'godebug a=`b`',
  'godebug a=b,c',
  'godebug a=b c=d',
  'godebug',
  'replace a.b/c => ./c',
  'replace a.b/c => ../c',
  'replace a.b/c => /c',
  'replace a.b/c => C:\\c',
  'replace a.b/c => .',
  'replace a.b/c => ..',
  'replace a.b/c => .c',
  'replace a.b/c => ...',
  'replace a.b/c => .\\c',
  'replace a.b/c v1 => d.e/f v1.2',
  'replace a.b/c v1.0.0+incompatible => d.e/f v1.2.3+meta',
  'replace a.b/c v2.0.0 => d.e/f v1.0.0',
  'replace a.b/c/v1 => d.e/f v1.0.0',
  'replace a.b/c => d.e/f@v1.0.0',
  'replace a.b/c => d.e/f',
  'replace a.b/c => ./d v1.0.0',
  'replace a.b/c => d.e/f v1.0.0 x',
  'replace a.b/c v1.0.0 x => d.e/f v1.0.0',
  'replace a.b/c =>',
  'replace =>',
  'replace a.b/c d.e/f',
  'replace a.b/c x => d.e/f v1.0.0',
  'replace a.b/c => d.e/f main',
  'replace "a.b/c" => "./c d"',
  'replace (\n\ta.b/c => ./c\n\ta.b/c => ./d\n\ta.b/c v1.0.0 => ./e\n)',
  "replace a.b/'c => ./c",
  'replace a.b/c => ./`c',
  'use ./a',
  'use ./a ./b',
  'use (\n\t./a\n\t./b // c\n)',
  'use',
  'nonsense x',
  '"quoted\nmodule x',
  'x := y',
  ')',
  '(',
  'use (',
  'use ()',
  'use ( x )',
  'nonsense (\n\tx\n)',
  'use x (\n\ty\n)',
  'use (\n) x',
  'use (\n\t./a\n',
  '// only a comment',
  '/* block */',
  'use ./a/*b*/',
  'use ./a//b',
  'use "\\x41\\u00e9\\U0001F600\\101\\a\\b\\f\\n\\r\\t\\v\\\\\\""',
  'use "\\q"',
  'use "\\ud800"',
  'use "\\U00110000"',
  'use "\\400"',
  'use "\\x4"',
  'use "not closed',
  'use `back`',
  'use a\u0000b',
  'use a\u00a0b',
  'use a\ufeffb',
  'use é日本{x}[y],z',
  'use ./a\r',
  'use ./a // c\r',
  'use\t./a',
];

const requires: readonly string[] = [
  'require a.b/c v1.2.3',
  'require a.b/c v1.2',
  'require a.b/c v1',
  'require a.b/c v1.2.3-pre.1+meta',
  'require a.b/c v2.0.0+incompatible',
  'require a.b/c v2.0.0',
  'require a.b/c/v2 v2.0.0',
  'require a.b/c/v2 v3.0.0',
  'require a.b/c/v2 v2.0.0+incompatible',
  'require a.b/c/v0 v0.1.0',
  'require a.b/c/v1 v1.0.0',
  'require a.b/c/v02 v2.0.0',
  'require a.b/c/v2.1 v2.0.0',
  'require /v2 v2.0.0',
  'require gopkg.in/yaml.v2 v2.1.0',
  'require gopkg.in/yaml.v2-unstable v2.1.0',
  'require gopkg.in/yaml.v0 v0.1.0',
  'require gopkg.in/yaml.v01 v1.0.0',
  'require gopkg.in/yaml v1.0.0',
  'require gopkg.in/yaml.v1 v0.0.0-20200101000000-abcdefabcdef',
  'require gopkg.in/yaml.v2 v0.0.0-20200101000000-abcdefabcdef',
  'require gopkg.in/yaml.v1 v0.1.0',
  'require x.gopkg.in/yaml v1.0.0',
  'require a.b/c main',
  'require a.b/c',
  'require a.b/c v1.0.0 x',
  'require a.b/c v1.0.0 // indirect',
  'require a.b/c v1.0.0 //indirect',
  'require a.b/c v1.0.0 // indirect; why',
  'require a.b/c v1.0.0 // indirect why',
  'require a.b/c v1.0.0 // indirectly',
  'require a.b/c v1.0.0 // why; indirect',
  'require a.b/c v1.0.0 //\u2003indirect\u0085',
  'require (\n\ta.b/c v1.0.0\n\n\ta.b/d v1.0.0 // indirect\n)',
  'exclude a.b/c v1.2',
  'exclude a.b/c main',
  'exclude (\n\ta.b/c v1.0.0\n\ta.b/c v1.0.0\n\ta.b/c v1.0.1\n)',
  'retract v1.0.0',
  'retract v1.0.0 // why',
  '// above\n// and below\nretract v1.0.0 // beside',
  '// far\n\nretract v1.0.0',
  '// of the block\nretract (\n\tv1.0.0\n\t// own\n\tv1.0.1 // too\n\n\t[v1.1.0, v1.2.0]\n)',
  'retract (\n\n\t// a\n\n\t// b\n\tv1.0.0\n\n\n\tv1.0.1\n)',
  'retract [v1.0.0, v1.0.5]',
  'retract [v1.0.0 v1.0.5]',
  'retract [v1.0.0, v1.0.5',
  'retract [v1.0.0, v1.0.5, v1.0.6]',
  'retract v1.0.0 v1.0.1',
  'retract x',
  'retract',
  'retract ( x',
  'tool a.b/c/cmd',
  'tool (\n\ta\n\ta\n\tb\n)',
  'tool a b',
  'ignore ./x',
  'ignore (\n\t./x\n\tnode_modules\n\t./x\n)',
  'ignore',
  'module y',
  'module',
  'require (\n\ta v1.0.0\n\tb\n\tc x\n)\nnonsense\ngo 1\n',
];

/** One line of what a reader gives, or of why it refuses. */
function told(read: () => unknown): string {
  try {
    const value = read();
    return value === undefined ? 'refused' : JSON.stringify(value);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, message, hint, detail } = error;
    return [`${code}: ${message}`, ...(detail === undefined ? [] : [JSON.stringify(detail)]), hint ?? ''].join(' | ');
  }
}

test('what each reader makes of each line', async () => {
  const rows = [...both, ...requires].map((lines) => {
    const text = `module m\n${lines}`;
    const { main, requireLines } = {
      main: told(() => readGoMod(text).main),
      requireLines: told(() => readGoMod(text).requireLines),
    };
    return [
      JSON.stringify(lines),
      `  main ${main.replace(',"require":[],"replace":[],"exclude":[],"retract":[],"tool":[],"ignore":[]', '')}`,
      ...(requireLines === '[]' || !requireLines.startsWith('[') ? [] : [`  lines ${requireLines}`]),
      `  dependency ${told(() => readDependencyGoMod(text))}`,
      ...(both.includes(lines) ? [`  work ${told(() => readGoWork(lines))}`] : []),
    ].join('\n');
  });
  await expect(`${rows.join('\n\n')}\n`).toMatchFileSnapshot('go-mod-lines.txt');
});

test('the module line, and names of files and folders', () => {
  expect(told(() => readGoMod('go 1.21\n', 'x/go.mod'))).toContain('bad-input: x/go.mod:1: there is no module line |');
  expect(told(() => readGoMod('module ""\n'))).toContain('go.mod:1: there is no module line');
  expect(told(() => readGoMod('module a\nmodule b\n'))).toContain('go.mod:2: a second module line');
  expect(readGoMod('module a\n', 'x/go.mod', 'x').main).toMatchObject({ path: 'a', dir: 'x' });
  expect(told(() => readGoWork('oh no', 'x.work'))).toContain('bad-input: x.work:1: unknown directive "oh"');
});

test('no more than twenty mistakes are told in full', () => {
  const text = `module m\n${'oh\n'.repeat(25)}`;
  expect(() => readGoMod(text)).toThrow('go.mod:2: unknown directive "oh" (and 24 more)');
  const fault = (() => {
    try {
      return readGoMod(text);
    } catch (error) {
      return error;
    }
  })();
  expect(fault).toHaveProperty(
    'detail',
    Array.from({ length: 20 }, (_, n) => `go.mod:${n + 2}: unknown directive "oh"`).join('\n'),
  );
});
