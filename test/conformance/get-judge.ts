/** Holds one `go get` against the real one: what go.mod requires then, its go and toolchain lines, and the build list. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { goGet } from '../../graph/get/get.ts';
import type { GetInput, GetResult, Query, VersionList } from '../../graph/get/types.ts';
import { joinName } from '../../graph/model/name.ts';
import type { MainModule } from '../../graph/snapshot/types.ts';
import { goOfToolchain } from '../../graph/version/go-version.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import type { ModuleCase } from './case.ts';
import { loadInput } from './declared.ts';
import { goEnv, type RealGo } from './real-go.ts';

export type GetVerdict =
  | { readonly kind: 'agreed'; readonly goMod: string }
  /** Both refuse; `words`: in the same words. */
  | { readonly kind: 'refused'; readonly words: boolean }
  /** go looked for packages, or lists modules for the packages that it loaded. */
  | { readonly kind: 'packages'; readonly goMod: string | undefined; readonly why: string }
  | { readonly kind: 'differs'; readonly why: string };

/** What the proxies say of each version (proxy-folder.ts). */
const publishedAt = '2024-01-01T00:00:00Z';

/** `loads`: the named modules hold packages, so that go loads what these import. */
export function judgeGet(
  one: ModuleCase,
  queries: readonly Query[],
  lists: ReadonlyMap<string, VersionList>,
  loads: boolean,
  go: RealGo,
): GetVerdict {
  const ours = getOf(one, queries, lists, go);
  const args = queries.map((query) => joinName(query.path, query.query));
  const ran = go.run(one.folder, ['get', ...args]);
  if (ran.status !== 0) {
    const why = `go refuses, we do not: ${ran.stderr.trim()}`;
    if (ours.state === 'done') return loads ? { kind: 'packages', goMod: undefined, why } : { kind: 'differs', why };
    const said = ran.stderr.trim().split('\n').sort();
    const words = ours.state === 'refused' ? ours.words.map((line) => `go: ${line}`).sort() : [];
    return { kind: 'refused', words: words.every((word) => said.includes(word)) && words.length > 0 };
  }
  const goMod = readFileSync(one.modfile, 'utf8');
  const [wanted, got] = [linesOf(readGoMod(goMod).main, listAll(one, go)), oursOf(ours)];
  if (wanted === got) return { kind: 'agreed', goMod };
  const difference = `${wanted}\n  ours:\n${got}`;
  if (loads) return { kind: 'packages', goMod, why: difference };
  return { kind: 'differs', why: `  go:\n${difference}` };
}

/** The words in which we refuse it; none where we do not. */
export function refusalOf(
  one: ModuleCase,
  queries: readonly Query[],
  lists: ReadonlyMap<string, VersionList>,
  go: RealGo,
): readonly string[] {
  const ours = getOf(one, queries, lists, go);
  return ours.state === 'refused' ? ours.words : [];
}

function oursOf(ours: GetResult): string {
  if (ours.state === 'done')
    return linesOf(ours.main, [...ours.buildList].map(([name, at]) => joinName(name, at)).sort());
  return ours.state === 'refused' ? ours.words.join('\n') : `lacking ${JSON.stringify(ours.lack)}`;
}

function getOf(
  one: ModuleCase,
  queries: readonly Query[],
  lists: ReadonlyMap<string, VersionList>,
  go: RealGo,
): GetResult {
  const { mains, goMod } = loadInput(one, go.proxies);
  const [main] = mains;
  if (main === undefined) throw new Error('no main module');
  const asked = ({ path: name, query }: Query): string | undefined => {
    const before = readFileSync(one.modfile);
    const args = ['list', '-m', '-mod=mod', '-f', '{{.Version}}', joinName(name, query)];
    const { status, stdout } = go.run(one.folder, args);
    // It mends go.mod, which go get is to see as it stands.
    writeFileSync(one.modfile, before);
    return status === 0 ? stdout.trim() : undefined;
  };
  const known = new Map<string, string | undefined>();
  const input: GetInput = {
    main,
    goMod,
    versions: (name) => lists.get(name),
    time: () => publishedAt,
    asked: (query) => {
      const name = joinName(query.path, query.query);
      if (!known.has(name)) known.set(name, asked(query));
      return known.get(name);
    },
    go: goOfToolchain(goEnv('GOVERSION')),
  };
  return goGet(input, queries);
}

function listAll(one: ModuleCase, go: RealGo): string[] {
  const { stdout, stderr, status } = go.run(one.folder, [
    'list',
    '-m',
    '-f',
    '{{.Path}}{{if not .Main}}@{{.Version}}{{end}}',
    'all',
  ]);
  if (status !== 0) return [`go list fails: ${stderr}`];
  return stdout.split('\n').filter(Boolean).sort();
}

function linesOf({ go = '', toolchain = '', require }: MainModule, buildList: readonly string[]): string {
  return [
    `go ${go}`,
    ...(toolchain === '' ? [] : [`toolchain ${toolchain}`]),
    ...require.map((one) => `require ${one.path} ${one.version}${one.indirect === true ? ' // indirect' : ''}`).sort(),
    ...buildList,
  ]
    .map((line) => `    ${line}`)
    .join('\n');
}

/** The files of a case, for a reader. */
export function caseText(one: ModuleCase): string {
  return readFileSync(path.join(one.folder, 'go.mod'), 'utf8').trimEnd().replace(/^/gm, '    ');
}
