import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readGoWork } from '../../parsers/go-work-text.ts';
import { parseModEdit } from '../../parsers/mod-edit.ts';
import { parseWorkEdit } from '../../parsers/work-edit.ts';
import { recordedText } from '../recorded.ts';
import { goEditPrints } from './go-prints.ts';
import { thrown } from './thrown.ts';

describe('go mod edit -json', () => {
  test('null and missing lists are empty', () => {
    expect(parseModEdit('{"Module": {"Path": "m"}, "Require": null, "Replace": []}', 'sub')).toEqual({
      path: 'm',
      dir: 'sub',
      require: [],
      replace: [],
      exclude: [],
      retract: [],
      tool: [],
      ignore: [],
    });
  });

  test('everything it prints is kept', () => {
    const text = JSON.stringify({
      Module: { Path: 'm', Deprecated: 'old' },
      Go: '1.22',
      Toolchain: 'go1.22.1',
      GoDebug: [{ Key: 'a', Value: 'b' }],
      Require: [
        { Path: 'a', Version: 'v1.0.0' },
        { Path: 'b', Version: 'v1.0.0', Indirect: true },
      ],
      Exclude: [{ Path: 'a', Version: 'v1.1.0' }],
      Replace: [
        { Old: { Path: 'a' }, New: { Path: '../a' } },
        { Old: { Path: 'b', Version: 'v1.0.0' }, New: { Path: 'c', Version: 'v2.0.0' } },
      ],
      Retract: [
        { Low: 'v1.0.0', High: 'v1.0.5', Rationale: 'broken' },
        { Low: 'v1.1.0', High: 'v1.1.0' },
      ],
      Tool: [{ Path: 'a/cmd' }],
      Ignore: [{ Path: './x' }],
    });
    expect(parseModEdit(text)).toEqual({
      path: 'm',
      dir: '.',
      go: '1.22',
      toolchain: 'go1.22.1',
      require: [
        { path: 'a', version: 'v1.0.0' },
        { path: 'b', version: 'v1.0.0', indirect: true },
      ],
      exclude: [{ path: 'a', version: 'v1.1.0' }],
      replace: [
        { old: { path: 'a' }, new: { path: '../a' } },
        { old: { path: 'b', version: 'v1.0.0' }, new: { path: 'c', version: 'v2.0.0' } },
      ],
      retract: [
        { low: 'v1.0.0', high: 'v1.0.5', rationale: 'broken' },
        { low: 'v1.1.0', high: 'v1.1.0' },
      ],
      tool: ['a/cmd'],
      ignore: ['./x'],
    });
  });

  test.each([
    ['no JSON', '{"Module"', 'go-output-invalid', 'go mod edit -json is not JSON'],
    ['another shape', '{"Module": {"Path": "m"}, "Require": [{"Path": 1}]}', 'go-output-invalid', 'Require.0.Path'],
    ['no module line', '{"Module": {"Path": ""}}', 'bad-input', 'no module line'],
  ])('%s is refused', (_name, text, code, message) => {
    const fault = thrown(() => parseModEdit(text));
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(message);
  });
});

describe('go.work', () => {
  test('the text and what `go work edit -json` prints of it say the same', () => {
    const file = fileURLToPath(new URL('../../samples/recorded/etcd-workspace/go.work', import.meta.url));
    const read = readGoWork(recordedText('etcd-workspace', 'go.work'));
    expect(read.use).toHaveLength(9);
    expect(read).toEqual(parseWorkEdit(goEditPrints('work', file) ?? ''));
  });

  test('every directive', () => {
    const text = `go 1.22
toolchain go1.22.1
godebug a=b
use .
use (
	./a // one
	"./b c"
)
replace x => ./x
replace (
	y v1.0.0 => z v1.1.0
	x => ./other
)
`;
    expect(readGoWork(text)).toEqual({
      go: '1.22',
      toolchain: 'go1.22.1',
      use: ['.', './a', './b c'],
      replace: [
        { old: { path: 'y', version: 'v1.0.0' }, new: { path: 'z', version: 'v1.1.0' } },
        { old: { path: 'x' }, new: { path: './other' } },
      ],
    });
  });

  test.each([
    ['an endless directive', 'x'.repeat(5000), `go.work:1: unknown directive "${'x'.repeat(80)}…"`],
    ['an unknown directive', 'go 1.22\nrequire a v1.0.0\n', 'go.work:2: unknown directive "require"'],
    ['two go lines', 'go 1.22\ngo 1.23\n', 'go.work:2: a second go line'],
    ['two words after use', 'use ./a ./b\n', 'go.work:1: expected one word after use'],
    ['an unclosed block', 'use (\n./a\n', 'go.work:1: the block that begins here is not closed'],
  ])('%s is refused', (_name, text, message) => {
    expect(thrown(() => readGoWork(text)).message).toBe(message);
  });
});
