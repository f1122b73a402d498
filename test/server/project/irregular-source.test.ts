/** Sources that go would wait for are found before it is asked. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findProject } from '../../../server/project/find.ts';
import { irregularSource } from '../../../server/project/irregular-source.ts';
import { readGoMod } from '../../../parsers/go-mod-text.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

const text = 'module example.com/m\n\ngo 1.21\n\nrequire example.com/x v1.0.0\n\nreplace example.com/x => ./x\n';

function found(lay: (root: string) => void): string | undefined {
  const root = layOut(path.join(temporaryFolder(), 'm'), { 'go.mod': text, 'x/go.mod': 'module example.com/x\n' });
  lay(root);
  return irregularSource(findProject(root, 'off'), [readGoMod(text).main]);
}

function fifo(root: string, name: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  execFileSync('mkfifo', [path.join(root, name)]);
}

it.runIf(process.platform !== 'win32').each([
  ['p/p.go', true],
  ['deep/er/asm.s', true],
  ['vendor/example.com/a/a.go', true],
  ['x/in/x.go', true],
  ['p/_p.go', false],
  ['p/p.txt', false],
  ['testdata/p.go', false],
])('a FIFO called %s: %s', (name, waits) => {
  const told = found((root) => {
    fifo(root, name);
  });
  expect(told).toBe(waits ? `${name} is no regular file, and go would wait for it for ever` : undefined);
});

it.runIf(process.platform !== 'win32')(
  'a link to a device is one, a link to a file and one to nothing are none',
  () => {
    const linked = (to: string): string | undefined =>
      found((root) => {
        symlinkSync(to, path.join(root, 'l.go'));
      });
    expect(linked('/dev/zero')).toContain('l.go is no regular file');
    expect(linked('go.mod')).toBeUndefined();
    expect(linked('gone')).toBeUndefined();
  },
);
