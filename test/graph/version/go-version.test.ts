import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  compareGoVersions,
  compareModuleVersions,
  goOfToolchain,
  isToolchainPath,
} from '../../../graph/version/go-version.ts';

it('orders go lines as cmd/go/internal/gover does', () => {
  const ladder = [
    'nonsense',
    '1.19beta1',
    '1.19',
    '1.20rc1',
    '1.20',
    '1.20.1',
    '1.21',
    '1.21rc1',
    '1.21rc2',
    '1.21.0',
    '1.21.10',
    '1.100',
  ];
  for (const [i, a] of ladder.entries()) {
    for (const [j, b] of ladder.entries()) expect([a, b, compareGoVersions(a, b)]).toEqual([a, b, Math.sign(i - j)]);
  }
  expect(compareGoVersions('1.20', '1.20.0')).toBe(0);
});

it('reads a toolchain name', () => {
  expect(['go1.22.3', 'go1.22.3-custom', 'go1.22.3 x', 'default', 'gofoo'].map(goOfToolchain)).toEqual([
    '1.22.3',
    '1.22.3',
    '1.22.3',
    '',
    '',
  ]);
});

it('takes no name with a slash for a toolchain', () => {
  expect(['go1.999999-/run.sh', 'go1.999999-\\run'].map(goOfToolchain)).toEqual(['', '']);
});

it('gives go and toolchain an order of their own', () => {
  expect(compareModuleVersions('go', '1.9', '1.10')).toBe(-1);
  expect(compareModuleVersions('toolchain', 'go1.22.0', 'go1.21.9')).toBe(1);
  expect(compareModuleVersions('toolchain', '1.22.0', 'go1.21.9')).toBe(1);
  expect(compareModuleVersions('example.com/m', 'v1.9.0', 'v1.10.0')).toBe(-1);
  expect([isToolchainPath('go'), isToolchainPath('toolchain'), isToolchainPath('go.uber.org/zap')]).toEqual([
    true,
    true,
    false,
  ]);
});

it('orders go lines totally', () => {
  const line = fc
    .tuple(fc.constantFrom('1', '2'), fc.nat(25), fc.constantFrom('', '.0', '.1', 'rc1', 'rc2', 'beta1', 'rc', '.x'))
    .map(([major, minor, rest]) => `${major}.${minor}${rest}`);
  fc.assert(
    fc.property(line, line, line, (a, b, c) => {
      expect(compareGoVersions(a, a)).toBe(0);
      expect(compareGoVersions(a, b) + compareGoVersions(b, a)).toBe(0);
      if (compareGoVersions(a, b) <= 0 && compareGoVersions(b, c) <= 0) {
        expect(compareGoVersions(a, c)).toBeLessThanOrEqual(0);
      }
    }),
  );
});
