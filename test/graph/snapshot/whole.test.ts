/** A snapshot with all that one can hold: its text, and what becomes of it when a stranger changes any one field. */
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import { comparedText } from '../../../graph/snapshot/compared.ts';
import { readSnapshot } from '../../../graph/snapshot/read.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import { writeSnapshot } from '../../../graph/snapshot/write.ts';

const whole: Snapshot = {
  format: 1,
  work: { go: '1.22', toolchain: 'go1.22.3', use: ['.'], replace: [{ old: { path: 'b' }, new: { path: './b' } }] },
  mains: [
    {
      path: 'm',
      dir: '.',
      go: '1.22',
      toolchain: 'go1.22.1',
      require: [{ path: 'a', version: 'v1.0.0', indirect: true }],
      replace: [{ old: { path: 'a', version: 'v1.0.0' }, new: { path: 'x', version: 'v1.0.0' } }],
      exclude: [{ path: 'c', version: 'v1.0.0' }],
      retract: [{ low: 'v0.1.0', high: 'v0.2.0', rationale: 'broken' }],
      tool: ['a/cmd/t'],
      ignore: ['./x'],
    },
  ],
  modules: [
    { path: 'a', version: 'v1.0.0', selected: true, indirect: true, go: '1.20', replace: { path: 'x' } },
    { path: 'm', selected: true, requires: ['a@v1.0.0'] },
  ],
  problems: [{ code: 'load-error', subject: 'a', text: 'gone' }],
  packages: {
    platform: { goos: 'linux', goarch: 'amd64', tags: ['t'], cgo: true },
    packages: [
      {
        path: 'a/p',
        module: 'a@v1.0.0',
        standard: true,
        root: true,
        test: true,
        imports: ['fmt'],
        testImports: ['testing'],
        error: 'broken',
      },
    ],
    elsewhere: [{ module: 'a@v1.0.0', imports: 'a/p', package: 'm', file: 'x.go', constraint: 'windows' }],
    tidy: [{ main: 'm', path: 'a', is: 'v1.0.0', becomes: 'v1.1.0' }],
  },
  facts: [{ path: 'a', version: 'v1.0.0', time: 'T', retracted: ['why'], deprecated: 'use b', update: 'v1.1.0' }],
  vulnerabilities: [
    {
      id: 'GO-1',
      aliases: ['CVE-1'],
      summary: 's',
      path: 'a',
      version: 'v1.0.0',
      fixed: 'v1.1.0',
      reach: 'called',
    },
  ],
};

/** Every field of a value, as the keys that lead to it. */
function fields(value: unknown): (readonly (string | number)[])[] {
  const found: (readonly (string | number)[])[] = [];
  const open: { at: readonly (string | number)[]; value: unknown }[] = [{ at: [], value }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one.at.length > 0) found.push(one.at);
    if (typeof one.value !== 'object' || one.value === null) continue;
    for (const [key, inner] of Object.entries(one.value)) {
      open.push({ at: [...one.at, Array.isArray(one.value) ? Number(key) : key], value: inner });
    }
  }
  return found;
}

/** A copy in which another value stands at one place. */
function changed(value: unknown, [key, ...rest]: readonly (string | number)[], to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((one: unknown, i) => (i === key ? changed(one, rest, to) : one));
  const entries: [string, unknown][] = Object.entries(value ?? {});
  return Object.fromEntries(entries.map(([name, one]) => [name, name === key ? changed(one, rest, to) : one]));
}

function faultOf(text: string): Fault {
  try {
    readSnapshot(text);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('it was read');
}

it('is text that reads well: one member of a list a line', () => {
  expect(writeSnapshot(whole)).toBe(`{
  "format": 1,
  "work": ${JSON.stringify(whole.work)},
  "mains": [
    ${JSON.stringify(whole.mains[0])}
  ],
  "modules": [
    ${JSON.stringify(whole.modules[0])},
    ${JSON.stringify(whole.modules[1])}
  ],
  "problems": [
    ${JSON.stringify(whole.problems[0])}
  ],
  "packages": {"platform": {"goos":"linux","goarch":"amd64","tags":["t"],"cgo":true}, "packages": [
    ${JSON.stringify(whole.packages?.packages[0])}
  ], "elsewhere": [
    ${JSON.stringify(whole.packages?.elsewhere[0])}
  ], "tidy": [
    ${JSON.stringify(whole.packages?.tidy?.[0])}
  ]},
  "facts": [
    ${JSON.stringify(whole.facts?.[0])}
  ],
  "vulnerabilities": [
    ${JSON.stringify(whole.vulnerabilities?.[0])}
  ]
}
`);
});

it('reads back whole, and without what it need not have', () => {
  expect(readSnapshot(writeSnapshot(whole))).toEqual(whole);
  const { format, mains, modules } = whole;
  const least: Snapshot = { format, mains, modules, problems: [] };
  expect(writeSnapshot(least)).toMatch(/"problems": \[\]\n}\n$/);
  expect(readSnapshot(writeSnapshot(least))).toEqual(least);
  const { platform, elsewhere } = whole.packages!;
  const untold: Snapshot = { ...least, packages: { platform, packages: [], elsewhere } };
  expect(readSnapshot(writeSnapshot(untold))).toEqual(untold);
});

it.each(['called', 'imported', 'required'] as const)('knows a vulnerability that is %s', (reach) => {
  const one: Snapshot = { ...whole, vulnerabilities: [{ ...whole.vulnerabilities![0]!, reach }] };
  expect(readSnapshot(writeSnapshot(one))).toEqual(one);
});

it('is compared without what changes while nobody touches a go.mod', () => {
  const { facts: _facts, vulnerabilities: _vulnerabilities, ...rest } = whole;
  expect(comparedText(whole)).toBe(writeSnapshot(rest));
});

describe('refuses', () => {
  it.each(fields(whole).map((at) => [at.join('.'), at] as const))('another kind of value at %s', (name, at) => {
    const fault = faultOf(JSON.stringify(changed(whole, at, { other: 7 })));
    expect(fault.code).toBe('bad-input');
    // A format of another kind is another format.
    expect(fault.message).toContain(name === 'format' ? 'a format of type object' : name);
  });

  it.each([
    [
      '{"form',
      'The snapshot is not JSON: it ends in the middle of a value.',
      /Write a new one with `modscope snapshot -o FILE`/,
    ],
    ['[]', 'The file is not a snapshot: it has no "format".', /Write a new one/],
    ['{"format":99}', 'The snapshot has format 99; this modscope reads format 1.', /newer modscope .*update modscope/],
    ['{"format":"2"}', 'The snapshot has a format of type string; this modscope reads format 1.', /newer modscope/],
    [
      `{"format":"${'A'.repeat(100_000)}"}`,
      'The snapshot has a format of type string; this modscope reads format 1.',
      /newer modscope/,
    ],
    [
      `{"format":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'The snapshot has a format of type object; this modscope reads format 1.',
      /newer modscope/,
    ],
    [
      '{"format":1}',
      'The snapshot is damaged at mains: Invalid key: Expected "mains" but received undefined',
      /new one/,
    ],
    [
      JSON.stringify({ ...whole, modules: [...whole.modules, ...whole.modules] }),
      'The snapshot holds a@v1.0.0 twice.',
      /Write a new one/,
    ],
    [
      JSON.stringify({ ...whole, modules: [] }),
      'The snapshot is damaged: it does not hold its main module m.',
      /Write a new one/,
    ],
    [
      JSON.stringify({ ...whole, modules: whole.modules.slice(1) }),
      'The snapshot is damaged: m requires a@v1.0.0, which it does not hold.',
      /Write a new one/,
    ],
  ])('%.30s, saying what is wrong and what to do', (text, message, hint) => {
    const fault = faultOf(text);
    expect([fault.code, fault.message]).toEqual(['bad-input', message]);
    expect(fault.hint).toMatch(hint);
  });

  it.each([
    'root:x:0:0:secret:/root:/bin/bash',
    '{"format": 1, "mains": "secret"}',
    '{"format": "secret"}',
    '{"a": 1,\n secret}',
    '{"format": 1, "mains": [], "modules": [{"path": 7, "version": "secret"}], "problems": [{"code": "secret"}]}',
  ])('%s without a word of it', (text) => {
    const fault = faultOf(text);
    expect(JSON.stringify([fault.message, fault.hint, fault.detail])).not.toContain('secret');
  });
});
