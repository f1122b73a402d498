/** The compiler refuses raw strings on every way to go and git, each for the reason that the fixture gives. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const fixture = path.join(import.meta.dirname, 'fixtures/raw-strings.ts');

/** `line: code` of each error that the compiler finds in the fixture once nothing tells it to expect them. */
function errors(text: string): string[] {
  const config: unknown = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) =>
    readFileSync(file, 'utf8'),
  ).config;
  const { options } = ts.parseJsonConfigFileContent({ ...Object(config), include: [], files: [fixture] }, ts.sys, root);
  const real = ts.createCompilerHost({ ...options, types: ['node'] });
  const host: ts.CompilerHost = {
    ...real,
    getSourceFile: (file, version) =>
      path.resolve(file) === fixture
        ? ts.createSourceFile(file, text, version, true)
        : real.getSourceFile(file, version),
  };
  const program = ts.createProgram([fixture], { ...options, types: ['node'] }, host);
  const source = program.getSourceFile(fixture);
  return ts
    .getPreEmitDiagnostics(program, source)
    .map(
      ({ start = 0, code }) => `${String(source!.getLineAndCharacterOfPosition(start).line + 1)}: TS${String(code)}`,
    );
}

test('every way round the door is an error, and what is right is none', () => {
  const text = readFileSync(fixture, 'utf8');
  // The error stands on the line below, or where prettier has broken it, a little further down.
  const expected = text.split('\n').flatMap((line, n) => {
    const code = /^\s*\/\/ @ts-expect-error (TS\d+): /.exec(line)?.[1];
    return code === undefined ? [] : [`${String(n + 2)}: ${code}`];
  });
  expect(expected.length).toBeGreaterThan(30);
  expect(errors(text.replaceAll('@ts-expect-error ', ''))).toEqual(expected);
});
