import { describe, expect, test } from 'vitest';
import { stateWords } from '../../graph/query/words.ts';
import { parseListModules } from '../../parsers/list-modules.ts';
import { recordedText } from '../recorded.ts';
import { modscope } from './run.ts';

/** The JSON that a command prints; nothing may be on stderr. */
async function json(...argv: string[]): Promise<unknown> {
  const { status, out, err } = await modscope([...argv, '--json']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out);
}

describe('list', () => {
  test.each([
    ['kubectl', 'kubectl'],
    ['traefik', 'traefik'],
    ['etcd', 'etcd-workspace'],
  ])('%s: the build list of `go list -m`, with the same flags', async (sample, folder) => {
    const listed = parseListModules(recordedText(folder, 'list.json'));
    const rows = await json('list', '--sample', sample);
    const expected = listed.map(({ path, version, main, indirect, replace }) => ({
      path,
      version,
      main,
      indirect,
      replace,
    }));
    const found = (rows as Record<string, unknown>[]).map(({ path, version, main, indirect, replace }) => ({
      path,
      version,
      main,
      indirect,
      replace,
    }));
    const byPath = (a: { path: unknown }, b: { path: unknown }): number => (String(a.path) < String(b.path) ? -1 : 1);
    expect(found.sort(byPath)).toEqual(expected.sort(byPath));
  });

  test('main modules come first and carry their folders', async () => {
    const rows = await json('list', '--sample', 'etcd');
    expect(rows).toMatchObject([
      { path: 'go.etcd.io/etcd/api/v3', main: true, dir: 'api' },
      { main: true, dir: 'client/pkg' },
      { main: true, dir: 'client/v2' },
      ...Array.from({ length: 6 }, () => ({ main: true })),
      ...Array.from({ length: 317 }, () => ({})),
    ]);
  });

  test('the text is a line for each, in columns', async () => {
    const { out } = await modscope(['list', '--sample', 'traefik']);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(840);
    expect(lines[0]).toMatch(/^github\.com\/traefik\/traefik\/v3 +main$/);
    expect(out).toMatch(
      /^github\.com\/gorilla\/mux +v1\.8\.0 +direct, replaced by github\.com\/containous\/mux v0\.0\.0-20220627093034-b2dd784e613f/m,
    );
    expect(out).not.toMatch(/ $/m);
  });

  test('--format json is --json', async () => {
    const { out } = await modscope(['list', '--sample', 'cobra', '--format', 'json']);
    expect(out).toBe((await modscope(['list', '--sample', 'cobra', '--json'])).out);
    expect(out.split('\n')).toHaveLength(10);
  });
});

describe('query', () => {
  test("'is:selected' is list", async () => {
    expect(await json('query', 'is:selected', '--sample', 'kubectl')).toEqual(
      await json('list', '--sample', 'kubectl'),
    );
  });

  test('superseded versions are in scope all only', async () => {
    expect(await json('query', 'golang.org/x/net', '--sample', 'echo')).toMatchObject([{ version: 'v0.24.0' }]);
    expect(await json('query', 'golang.org/x/net', '--sample', 'echo', '--scope', 'all')).toMatchObject([
      { version: 'v0.21.0', superseded: true },
      { version: 'v0.24.0', direct: true },
    ]);
  });

  test('nothing that matches is an empty list, and is said', async () => {
    const { status, out, err } = await modscope(['query', 'no-such-module', '--sample', 'echo', '--json']);
    expect({ status, out }).toEqual({ status: 0, out: '[]\n' });
    expect(err).toContain('nothing matches among 21 selected versions');
    expect((await modscope(['query', 'no-such-module', '--sample', 'echo', '--quiet'])).err).toBe('');
  });
});

describe('conflicts', () => {
  test('every path required at more than one version, once, the heaviest grade first', async () => {
    const found = (await json('conflicts', '--sample', 'prometheus')) as {
      path: string;
      grade: string;
      required: unknown[];
    }[];
    expect(found).toHaveLength(190);
    expect(new Set(found.map(({ path }) => path)).size).toBe(190);
    expect(found.every(({ required }) => required.length > 1)).toBe(true);
    const order = ['declared-below-selected', 'major-jump', 'v0-jump', 'prerelease-jump', 'superseded'];
    const grades = found.map(({ grade }) => order.indexOf(grade));
    expect(grades).toEqual([...grades].sort((a, b) => a - b));
  });

  test('the shape that programs read', async () => {
    expect(await json('conflicts', '--sample', 'echo')).toContainEqual({
      path: 'golang.org/x/net',
      selected: 'v0.24.0',
      grade: 'v0-jump',
      required: [
        { version: 'v0.24.0', by: ['github.com/labstack/echo/v4'] },
        { version: 'v0.21.0', by: ['golang.org/x/crypto@v0.22.0'] },
      ],
    });
  });

  test('in words', async () => {
    const { out } = await modscope(['conflicts', '--sample', 'echo']);
    expect(out).toMatch(/^3 modules are required at more than one version: 2 v0-jump, 1 superseded\n/);
    expect(out).toContain(
      'golang.org/x/net  v0.24.0 is selected · v0-jump\n  ✓  v0.24.0  github.com/labstack/echo/v4\n',
    );
    expect((await modscope(['conflicts', '--sample', 'cobra'])).out).toBe(
      'No module is required at more than one version.\n',
    );
  });
});

describe('weight', () => {
  test('the shape that programs read', async () => {
    const found = (await json('weight', '--sample', 'echo')) as { rows: unknown[]; pairs: unknown[] };
    expect(Object.keys(found)).toEqual(['requires', 'builds', 'rows', 'pairs', 'kept', 'listed']);
    expect(found.rows).toHaveLength(7);
    expect(found.rows[0]).toEqual({
      path: 'github.com/labstack/gommon',
      version: 'v0.4.2',
      by: ['github.com/labstack/echo/v4'],
      brings: ['github.com/mattn/go-colorable@v0.1.13', 'github.com/mattn/go-isatty@v0.0.20'],
      lines: 3,
      shares: 9,
    });
    expect(found.pairs[0]).toEqual({ paths: ['github.com/labstack/gommon', 'github.com/stretchr/testify'], more: 6 });
  });

  test('in words: the sentence of the direct picture, rows that bring something, pairs, and what it rests on', async () => {
    const { out } = await modscope(['weight', '--sample', 'prometheus']);
    expect(out).toMatch(
      /^prometheus requires 87 modules and builds from 415; klog alone brings 34\.\n76 of them bring no module of their own; 56 of these would stay, because another direct requirement needs them\.\n99 modules are kept only by superseded versions\.\n12 modules are listed `\/\/ indirect` in go\.mod, and no direct requirement leads there\.\n/,
    );
    expect(out).toContain('\n    34      2     124  k8s.io/klog v1.0.0\n');
    expect(out).toContain('\n+13  github.com/hashicorp/consul/api and k8s.io/klog\n');
    expect(out).not.toContain('\n+1 ');
    expect(out).toMatch(/By requirements; go was not asked\. `modscope what-if --unimport MODULE` .*\n$/);
    expect((await modscope(['weight', '--sample', 'cobra'])).out).not.toContain('alone brings');
  });

  test('of a workspace says where each is required', async () => {
    const { out } = await modscope(['weight', '--sample', 'etcd']);
    expect(out).toMatch(
      /^This workspace of 9 modules requires 44 modules and builds from 317; cobra alone brings 62\.\n/,
    );
    expect(out).toContain('github.com/spf13/cobra v1.1.3 in etcdctl/v3, etcdutl/v3, etcd/pkg/v3, etcd/server/v3\n');
  });
});

describe('cycles', () => {
  test('kind and members, and no more', async () => {
    const found = (await json('cycles', '--sample', 'kubectl')) as { kind: string; members: string[] }[];
    expect(found.length).toBeGreaterThan(0);
    for (const cycle of found) {
      expect(Object.keys(cycle)).toEqual(['kind', 'members']);
      expect(cycle.members).toEqual([...cycle.members].sort());
    }
    expect((await modscope(['cycles', '--sample', 'cobra'])).out).toContain('no cycle');
    expect((await modscope(['cycles', '--sample', 'kubectl'])).out).toContain(`  ${found[0]!.members[0]!}\n`);
  });
});

describe('findings', () => {
  test('the shape that programs read, the heaviest first', async () => {
    const found = (await json('findings', '--sample', 'traefik')) as Record<string, string>[];
    expect(found.length).toBeGreaterThan(10);
    const order = ['error', 'high', 'warn', 'info'];
    const severities = found.map(({ severity }) => order.indexOf(severity!));
    expect(severities).toEqual([...severities].sort((a, b) => a - b));
    for (const finding of found)
      expect(Object.keys(finding)).toEqual(['code', 'severity', 'subject', 'evidence', 'remedy']);
  });

  test('nothing found is said with the number of checks', async () => {
    expect((await modscope(['findings', '--sample', 'cobra'])).out).toMatch(
      /^Nothing found in \d+ checks, \d+ not run: without go’s verdict on the graph, go’s verdict on a build, packages, go mod tidy, the vulnerability database or a report of govulncheck, .*\.\n$/,
    );
  });
});

test('query --help explains every word of the language', async () => {
  const { out } = await modscope(['query', '--help']);
  const lines = out.split('\n').map((line) => line.trim().replace(/ {2,}/, '  '));
  for (const { word, means } of stateWords) {
    expect(lines.some((line) => line.startsWith(`is:${word}  ${means}`))).toBe(true);
  }
});

describe('why', () => {
  test('the shape that programs read', async () => {
    expect(await json('why', 'golang.org/x/net', '--sample', 'echo')).toMatchObject({
      target: 'golang.org/x/net',
      selected: 'v0.24.0',
      shortest: ['github.com/labstack/echo/v4', 'golang.org/x/net@v0.24.0'],
      paths: [
        ['github.com/labstack/echo/v4', 'golang.org/x/net@v0.24.0'],
        ['github.com/labstack/echo/v4', 'golang.org/x/crypto@v0.22.0', 'golang.org/x/net@v0.24.0'],
      ],
      requiredBy: [{ version: 'v0.24.0' }, { version: 'v0.21.0', by: ['golang.org/x/crypto@v0.22.0'] }],
      heldBy: ['github.com/labstack/echo/v4'],
      lower: [{ version: 'v0.21.0', change: ['github.com/labstack/echo/v4'] }],
    });
  });

  test('in words', async () => {
    const { status, out } = await modscope(['why', 'golang.org/x/net', '--sample', 'echo']);
    expect(status).toBe(0);
    expect(out).toContain('golang.org/x/net v0.24.0 is selected; go.mod requires it directly.');
    expect(out).toContain('  github.com/labstack/echo/v4\n  └ golang.org/x/net@v0.24.0\n');
    expect(out).toContain('  ✓  v0.24.0  github.com/labstack/echo/v4\n  ·  v0.21.0  golang.org/x/crypto@v0.22.0\n');
    expect(out).toContain('For v0.21.0, 1 module would have to require a lower version: github.com/labstack/echo/v4');
  });

  test('of many versions those that only superseded versions ask for are counted', async () => {
    const { out } = await modscope(['why', 'golang.org/x/net', '--sample', 'prometheus']);
    expect(out).toContain('Required at 55 versions');
    const rows = out.split('\n').filter((line) => /^ {2}[✓·]/.test(line));
    expect(out).toContain(`  and ${55 - rows.length} versions that only superseded versions require`);
    expect(rows.length).toBeLessThan(25);
    expect(rows[0]).toMatch(/^ {2}✓ {2}v0\.26\.0 +github\.com\/prometheus\/prometheus/);
  });

  test('a superseded version, and a main module', async () => {
    expect((await modscope(['why', 'golang.org/x/net@v0.21.0', '--sample', 'echo'])).out).toMatch(
      /^golang\.org\/x\/net@v0\.21\.0 is superseded: v0\.24\.0 is selected\.\n/,
    );
    expect((await modscope(['why', 'k8s.io/kubectl', '--sample', 'kubectl'])).out).toContain('is the main module');
  });

  test('a module that is not in the graph: status 1, with the nearest names', async () => {
    const { status, out, err } = await modscope(['why', 'golang.org/x/nett', '--sample', 'echo']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('Did you mean golang.org/x/net');
  });
});
