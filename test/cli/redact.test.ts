/** --redact: no verb prints, writes or complains of a path that is hidden. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';

const hidden = ['--redact', 'k8s.io/...', '--redact', 'sigs.k8s.io/...', '--redact', 'golang.org/x/...'];
const real = /k8s\.io|golang\.org\/x\//;

let folder: string;
beforeEach(async () => {
  folder = temporaryFolder();
  mkdirSync(path.join(folder, 'empty'));
  await modscope(['snapshot', '--sample', 'kubectl', '-o', 'base.json'], { cwd: folder });
  const text = readFileSync(path.join(folder, 'base.json'), 'utf8');
  writeFileSync(
    path.join(folder, 'head.json'),
    text
      .replaceAll('sigs.k8s.io/yaml@v1.3.0', 'sigs.k8s.io/yaml@v1.4.0')
      .replaceAll('"path":"sigs.k8s.io/yaml","version":"v1.3.0"', '"path":"sigs.k8s.io/yaml","version":"v1.4.0"'),
  );
  writeFileSync(
    path.join(folder, 'modscope.config.json'),
    '{"forbid": [{"query": "k8s.io/klog/v2", "reason": "not k8s.io/klog"}]}',
  );
});

describe('hidden from what is printed', () => {
  it.each([
    ['list', ['list', '--sample', 'kubectl']],
    ['list as data', ['list', '--sample', 'kubectl', '--json']],
    ['query, which is asked of the real paths', ['query', 'k8s.io/...', '--sample', 'kubectl']],
    ['why, which takes the real path', ['why', 'k8s.io/klog/v2', '--sample', 'kubectl']],
    ['conflicts', ['conflicts', '--sample', 'kubectl']],
    ['weight', ['weight', '--sample', 'kubectl']],
    ['cycles', ['cycles', '--sample', 'kubectl']],
    ['findings', ['findings', '--sample', 'kubectl']],
    ['a snapshot', ['snapshot', '--sample', 'kubectl']],
    ['a picture', ['export', '--sample', 'kubectl', '--query', 'k8s.io/...']],
    ['a difference', ['diff', 'base.json', 'head.json']],
    ['a difference in Markdown', ['diff', 'base.json', 'head.json', '--format', 'markdown']],
    ['a difference drawn', ['diff', 'base.json', 'head.json', '--format', 'svg']],
    ['breaches, judged by the real paths', ['check', '--sample', 'kubectl', '--config', 'modscope.config.json']],
  ])('of %s', async (_, argv) => {
    const shown = await modscope(argv, { cwd: folder });
    const { status, out, err } = await modscope([...argv, ...hidden], { cwd: folder });
    expect(status).toBe(shown.status);
    expect(shown.out).toMatch(real);
    expect(out).toMatch(/redacted\/\d/);
    expect(out + err).not.toMatch(real);
  });

  it.each(['svg', 'html'])('of a difference drawn as %s: not the last part of a path either', async (format) => {
    const argv = ['diff', 'base.json', 'head.json', '--format', format];
    expect((await modscope(argv, { cwd: folder })).out).toMatch(/>yaml</);
    const { out } = await modscope([...argv, ...hidden], { cwd: folder });
    expect(out).toMatch(/redacted/);
    expect(out).not.toMatch(/>yaml</);
  });

  it('of what Markdown writes in numbers', async () => {
    const text = readFileSync(path.join(folder, 'head.json'), 'utf8');
    const by = '../corp.example/it$own';
    const replaced = text.replace(
      '"path":"sigs.k8s.io/yaml","version":"v1.4.0","selected":true',
      `"path":"sigs.k8s.io/yaml","version":"v1.4.0","selected":true,"replace":{"path":"${by}"}`,
    );
    writeFileSync(path.join(folder, 'head.json'), replaced);
    const argv = ['diff', 'base.json', 'head.json', '--format', 'markdown'];
    expect((await modscope(argv, { cwd: folder })).out).toContain('corp&#46;example&#47;it&#36;own');
    const { out } = await modscope([...argv, '--redact', 'corp.example/...'], { cwd: folder });
    expect(out).not.toMatch(/own|corp/);
  });

  it('and from what went wrong', async () => {
    const argv = ['why', 'k8s.io/nosuch', '--sample', 'kubectl'];
    expect((await modscope(argv)).err).toMatch(real);
    const { status, err } = await modscope([...argv, ...hidden]);
    expect(status).toBe(1);
    expect(err).toContain('redacted/');
    expect(err).not.toMatch(real);
  });
});

describe('a snapshot without them', () => {
  it('is one that can be read, in the order of a snapshot, and fresh when it is checked so', async () => {
    await modscope(['snapshot', '--sample', 'kubectl', ...hidden, '-o', 'hidden.json'], { cwd: folder });
    const text = readFileSync(path.join(folder, 'hidden.json'), 'utf8');
    expect(text).not.toMatch(real);
    expect((await modscope(['snapshot', '--snapshot', 'hidden.json'], { cwd: folder })).out).toBe(text);
    expect(
      (await modscope(['snapshot', '--sample', 'kubectl', ...hidden, '--check', 'hidden.json'], { cwd: folder }))
        .status,
    ).toBe(0);
    expect(
      (await modscope(['snapshot', '--sample', 'kubectl', '--check', 'hidden.json'], { cwd: folder })).status,
    ).toBe(1);
  });

  it('numbers what is hidden as the reports on it do', async () => {
    const list = await modscope(['list', '--sample', 'kubectl', '--json', ...hidden]);
    const [main] = JSON.parse(list.out) as { path: string }[];
    const { out } = await modscope(['snapshot', '--sample', 'kubectl', ...hidden]);
    const { mains } = JSON.parse(out) as { mains: { path: string }[] };
    expect(mains[0]?.path).toBe(main?.path);
  });
});

it('nothing is touched without it', async () => {
  const { out } = await modscope(['list', '--sample', 'kubectl']);
  expect(out).not.toContain('redacted');
});
