/** A toolchain that does not exist: what go says is said by each verb, and no command that go would not run. */
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeProxy } from '../support/proxy.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { modscope, type Ran } from './run.ts';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv('GOENV', 'off');
  const modules = [{ path: 'example.com/a', version: 'v1.0.0', mod: 'go 1.21\n' }];
  for (const [name, value] of Object.entries(makeProxy(folder, modules).env)) vi.stubEnv(name, value);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function each(
  lines: string,
  GOTOOLCHAIN: string,
): Promise<Record<'findings' | 'check' | 'doctor' | 'list', Ran>> {
  vi.stubEnv('GOTOOLCHAIN', GOTOOLCHAIN);
  // go.sum lacks what it needs: a command would mend that, if go ran one.
  const cwd = layOut(path.join(folder, 'tree'), {
    'go.mod': `module example.com/m\n\n${lines}${lines.startsWith('go 1.21') ? '\nrequire example.com/a v1.0.0\n' : ''}`,
    'm.go': 'package m\n',
  });
  const of = (verb: string): Promise<Ran> => modscope([verb], { cwd });
  return {
    findings: await of('findings'),
    check: await of('check'),
    doctor: await of('doctor'),
    list: await of('list'),
  };
}

/** A line that is a command. */
const command = /^ +(?:GO\w+=\S+ )?(?:go (?:mod|get|work|env)|export|unset) /m;

describe('GOTOOLCHAIN=auto, with which no go command runs', () => {
  test.each([
    ['a toolchain line', 'go 1.21\n\ntoolchain go1.99.7\n', 'go1.99.7', 1],
    ['a go line', 'go 1.99\n', 'go1.99.0', 3],
  ])('%s', async (_, lines, name, checked) => {
    const { findings, check, doctor, list } = await each(lines, 'auto');
    const words = new RegExp(`download ${name} for \\S+: toolchain not available\\.`);
    for (const { out } of [findings, check, doctor]) {
      expect(out.match(new RegExp(words, 'g'))).toHaveLength(1);
      expect(out).not.toContain('toolchain-mismatch');
      expect(out).not.toMatch(command);
    }
    expect(findings.out).toMatch(/^1 finding: 1 error \(/);
    expect(doctor.out).toContain('\n1 thing found: 1 error (');
    expect([check.status, doctor.status]).toEqual([checked, 1]);
    expect(list.err).toMatch(
      checked === 1 ? /go typed here looks for go1\.99\.7, which go\.mod names/ : /go 1\.99, and this is/,
    );
  });
});

describe('GOTOOLCHAIN=local', () => {
  test('a toolchain line that go passes over is a warning, and can go', async () => {
    const { findings, check, doctor, list } = await each('go 1.21\n\ntoolchain go1.99.7\n', 'local');
    expect(findings.out).toContain('warn   toolchain-mismatch  go.mod');
    expect(findings.out).toContain('\n         go mod edit -toolchain=none\n');
    expect(findings.out).toContain('error  go-sum-missing');
    expect([check.status, doctor.status, list.status]).toEqual([1, 1, 0]);
    expect(doctor.out).toContain('warn   toolchain-mismatch');
    expect(list.err).not.toContain('go1.99.7');
  });

  test('a go line that is too new is refused, and nothing is called a remedy of it', async () => {
    const { findings, check, doctor, list } = await each('go 1.99\n', 'local');
    expect(findings.out).toMatch(/^1 finding: 1 error .*\n\nerror {2}go-too-new {2}go\.mod\n.* requires go >= 1\.99 /);
    expect([findings, check, doctor].filter(({ out }) => command.test(out))).toEqual([]);
    expect([findings, check, doctor, list].map(({ status }) => status)).toEqual([3, 3, 1, 3]);
    for (const { err } of [findings, check, list]) expect(err).not.toMatch(/`modscope /);
  });
});
