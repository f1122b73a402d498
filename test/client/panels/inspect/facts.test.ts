import { describe, expect, it } from 'vitest';
import { cycleFacts, cycleKind } from '../../../../client/panels/inspect/cycle-facts.ts';
import { declaredIn } from '../../../../client/panels/inspect/declared.ts';
import { factRows } from '../../../../client/panels/inspect/facts.ts';
import { groupAskers } from '../../../../client/panels/inspect/group-facts.ts';
import { boxName } from '../../../../client/panels/inspect/box-words.ts';
import { olderWords } from '../../../../client/panels/inspect/older.ts';
import { packageLink, sourceLink } from '../../../../client/panels/inspect/package-link.ts';
import { platformWords } from '../../../../client/panels/inspect/platform-words.ts';
import { shortVersions } from '../../../../client/panels/inspect/short-versions.ts';
import { tagsOf } from '../../../../client/panels/inspect/tags.ts';
import { nodeName } from '../../../../graph/model/module-graph.ts';
import { boxOf, known, nodeOf, small, viewOf } from '../models.ts';

describe('cycleFacts', () => {
  const members = [nodeOf(small, 'example.com/a@v1.2.0'), nodeOf(small, 'example.com/b@v1.0.0')];

  it('has the requirements among the members and who enters', () => {
    const facts = cycleFacts(small, 'selected', members);
    expect(facts.inside.map(({ from, node, asked, lower }) => [from, node, asked, lower])).toEqual([
      [members[0], members[1], 'v1.0.0', false],
      [members[1], members[0], 'v1.1.0', true],
    ]);
    expect(facts.enters.map((node) => nodeName(small.graph, node))).toEqual(['example.com/app']);
  });

  it('knows a cycle of paths from one of versions', () => {
    expect(cycleKind(members, known.cycles)).toBe('path');
    expect(cycleKind(members, [{ kind: 'version', members: [], nodes: members }])).toBe('version');
    expect(cycleKind(members, [{ kind: 'version', members: [], nodes: [members[0]!, 99] }])).toBe('path');
  });
});

describe('factRows', () => {
  const version = { path: 'example.com/net', version: 'v0.3.0' };
  const model = {
    ...small,
    snapshot: {
      ...small.snapshot,
      facts: [
        { ...version, time: '2026-01-02T03:04:05Z', retracted: ['leaks'], deprecated: 'use x', update: 'v0.9.0' },
      ],
      vulnerabilities: [
        { id: 'GO-2026-0001', aliases: [], summary: 'Reads too far', ...version, fixed: 'v0.4.0', reach: 'called' },
        { id: 'javascript:alert(1)', aliases: [], summary: 'Odd', ...version, reach: 'required' },
        { id: 'GO-2026-0002', aliases: [], summary: 'Other', path: version.path, version: 'v0.2.0', reach: 'called' },
      ],
    },
  } as const;

  it('says what is known of this version, the gravest first', () => {
    expect(factRows(model, nodeOf(model, 'example.com/net@v0.3.0'))).toEqual([
      {
        name: 'GO-2026-0001',
        words: 'Reads too far; one of its functions is called; fixed in v0.4.0; by govulncheck',
        tone: 'high',
        link: 'https://pkg.go.dev/vuln/GO-2026-0001',
      },
      {
        name: 'javascript:alert(1)',
        words: 'Odd; no vulnerable package is imported; no fixed version; by govulncheck',
        tone: 'warn',
      },
      { name: 'Retracted', words: 'leaks', tone: 'high' },
      { name: 'Deprecated', words: 'use x', tone: 'warn' },
      { name: 'Newer version', words: 'v0.9.0' },
      { name: 'Published', words: '2026-01-02' },
    ]);
  });

  it('says nothing where nothing was asked for, and nothing of a main module', () => {
    expect(factRows(small, nodeOf(small, 'example.com/net@v0.3.0'))).toEqual([]);
    expect(factRows(model, nodeOf(model, 'example.com/app'))).toEqual([]);
  });
});

describe('platformWords', () => {
  it('names tags, and cgo where it is off', () => {
    expect(platformWords(undefined)).toBe('');
    expect(platformWords({ goos: 'linux', goarch: 'amd64', tags: [], cgo: true })).toBe('linux/amd64');
    expect(platformWords({ goos: 'linux', goarch: 'arm64', tags: ['a', 'b'], cgo: false })).toBe(
      'linux/arm64, tags a b, without cgo',
    );
  });
});

describe('groupAskers', () => {
  it('counts requirements box by box, whichever boxes are drawn', () => {
    const view = viewOf(small, { collapse: 'owner', limit: 0 });
    const group = boxOf(view, 'owner:evil.example');
    expect(groupAskers(view, group).map(({ box, requirements }) => [box.id, requirements])).toEqual([
      ['owner:example.com', 1],
    ]);
  });
});

describe('boxName', () => {
  it('names each kind of box', () => {
    const view = viewOf(small);
    expect(boxName(small, boxOf(view, 'example.com/net'))).toEqual({ text: 'example.com/net', isPath: true });
    const { nodes } = boxOf(view, 'example.com/net');
    const box = { id: 'x', nodes, steps: 1 };
    expect(boxName(small, { ...box, nodes: [0, 1], kind: 'cycle' })).toEqual({ text: 'Cycle of 2', isPath: false });
    expect(boxName(small, { ...box, kind: 'rest' }).text).toBe('1 more direct module');
    expect(boxName(small, { ...box, kind: 'leaves' }).text).toBe('1 leaf');
    expect(boxName(small, { ...box, kind: 'owner' }).text).toBe('example.com');
    expect(boxName(small, { ...box, kind: 'host' }).text).toBe('example.com');
    expect(boxName(small, { ...box, kind: 'owners' }).text).toBe('1 owner with one module');
  });
});

describe('declaredIn', () => {
  it('tells direct lines from indirect ones', () => {
    expect(declaredIn(small, 'example.com/a')).toEqual({ direct: ['go.mod'], indirect: [] });
    expect(declaredIn(small, 'example.com/net')).toEqual({ direct: [], indirect: ['go.mod'] });
    expect(declaredIn(small, 'evil.example')).toEqual({ direct: [], indirect: [] });
  });
});

describe('sourceLink', () => {
  it.each([
    ['github.com/spf13/cobra', 'https://github.com/spf13/cobra'],
    ['github.com/golang-jwt/jwt/v5', 'https://github.com/golang-jwt/jwt'],
    ['gitlab.com/a/b', 'https://gitlab.com/a/b'],
  ])('of %s is its repository', (path, link) => {
    expect(sourceLink(path)).toBe(link);
  });

  it.each(['golang.org/x/net', 'k8s.io/api', 'github.com/only', 'github.com/../x', 'github.com//x', '../b', ''])(
    'of %j is told by no path',
    (path) => {
      expect(sourceLink(path)).toBeUndefined();
    },
  );
});

describe('packageLink', () => {
  it('is an https address on pkg.go.dev', () => {
    expect(packageLink('golang.org/x/net', 'v0.23.0')).toBe('https://pkg.go.dev/golang.org/x/net@v0.23.0');
    expect(packageLink('github.com/a/b', 'v2.0.0+incompatible')).toBe(
      'https://pkg.go.dev/github.com/a/b@v2.0.0%2Bincompatible',
    );
    expect(packageLink('golang.org/x/net', '')).toBe('https://pkg.go.dev/golang.org/x/net');
  });

  it('never leaves pkg.go.dev, whatever a path holds', () => {
    for (const path of [
      'a.b/../../evil',
      'a.b//evil.example',
      'a.b/\\evil',
      'a.b/?q=1#x',
      'a.b/<script>',
      'a.b/@evil',
    ]) {
      const link = packageLink(path, 'v1.0.0"><x');
      if (link === undefined) continue;
      const address = new URL(link);
      expect(address.origin).toBe('https://pkg.go.dev');
      expect(address.search + address.hash).toBe('');
      expect(link).not.toMatch(/[<>"\\]/);
    }
    expect(packageLink('a.b/../c', 'v1.0.0')).toBeUndefined();
  });

  it('is missing for what nobody publishes', () => {
    expect(packageLink('app/internal', 'v1.0.0')).toBeUndefined();
    expect(packageLink('../b', '')).toBeUndefined();
    expect(packageLink('', '')).toBeUndefined();
  });
});

describe('tagsOf', () => {
  const texts = (name: string): string[] => tagsOf(small, nodeOf(small, name), known).map((tag) => tag.text);

  it('says what a module is', () => {
    expect(texts('example.com/app')).toEqual(['main module']);
    expect(texts('example.com/a@v1.2.0')).toEqual(['direct', 'go 1.20', 'cycle of 2']);
    expect(texts('example.com/b@v1.0.0')).toEqual(['direct', 'replaced', 'cycle of 2']);
    expect(texts('example.com/net@v0.3.0')).toEqual(['indirect', 'crosses v0 minor']);
    expect(texts('example.com/a@v1.1.0')[0]).toBe('superseded');
  });
});

describe('short names of versions', () => {
  it('keeps pseudo-versions of one day apart', () => {
    const [one, two, three] = [
      'v0.0.0-20180101000000-aaaaaaaaaaaa',
      'v0.0.0-20180101000001-bbbbbbbbbbbb',
      'v0.0.0-20190101000001-cccccccccccc',
    ];
    expect([...shortVersions([one, two, three]).values()]).toEqual([
      '~2018-01-01 aaaaaaa',
      '~2018-01-01 bbbbbbb',
      '~2019-01-01',
    ]);
  });

  it('sums up what is folded', () => {
    expect(olderWords(['v0.0.0-20200101000000-aaaaaaaaaaaa', 'v0.0.0-20180101000000-bbbbbbbbbbbb'])).toBe(
      'pseudo-versions, 2018 to 2020',
    );
    expect(olderWords(['v0.0.0-20180101000000-bbbbbbbbbbbb'])).toBe('pseudo-versions of 2018');
    expect(olderWords(['v1.0.0', 'v0.9.1'])).toBe('v0.9.1 to v1.0.0');
    expect(olderWords(['v1.0.0'])).toBe('v1.0.0');
  });
});
