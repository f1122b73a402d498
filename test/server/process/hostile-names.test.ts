/**
 * Every command of server/process with every hostile name in every place that data can reach, even past the compiler: the
 * program is not run, or gets the arguments that it gets for a harmless name, this one in the place of that.
 */
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import {
  isImportPath,
  isModuleAt,
  isModuleName,
  isModulePath,
  isModuleQuery,
  isModuleVersion,
  isVersionQuery,
} from '../../../graph/module/names.ts';
import {
  isAbsoluteFile,
  isFolderTarget,
  isGoLine,
  isObjectName,
  isRepositoryPath,
  isRevisionName,
  packagesBelow,
} from '../../../server/process/arguments.ts';
import { gitCommands, type GitCommand } from '../../../server/process/git-commands.ts';
import { Git } from '../../../server/process/git.ts';
import { goCommands, type GoCommand } from '../../../server/process/go-commands.ts';
import { Go } from '../../../server/process/go.ts';
import { defaultLoad } from '../../../server/project/types.ts';
import { hostileNames, hostileVersions } from '../../support/hostile-names.ts';
import { recordingProgram } from '../../support/recording.ts';
import { temporaryFolder } from '../../support/tree.ts';

const all = [...new Set([...hostileNames, ...hostileVersions])];
const never = new AbortController().signal;

/** Takes a raw text to where only a checked one compiles. */
type Way<Command> = (raw: never) => Command;
type Walk<Table, Command> = { readonly [Name in keyof Table]: readonly Way<Command>[] };

/** A way for each place in which a command holds data; none where there is no such place. A command without a row does not compile. */
const goWalk: Walk<typeof goCommands, GoCommand> = {
  version: [],
  env: [],
  envOf: [],
  modGraph: [(raw) => goCommands.modGraph({ modfile: raw })],
  listMains: [(raw) => goCommands.listMains({ modfile: raw })],
  listAll: [
    (raw) => goCommands.listAll({ modfile: raw }, { errors: true, updates: true, json: true }),
    (raw) => goCommands.listAll({}, { format: raw }),
  ],
  listVersions: [
    (raw) => goCommands.listVersions([raw]),
    (raw) => goCommands.listVersions([ok, raw, ok], { retracted: true }),
  ],
  listTagged: [(raw) => goCommands.listTagged([raw]), (raw) => goCommands.listTagged([ok, raw], { updates: true })],
  listQuery: [(raw) => goCommands.listQuery(raw)],
  listPackages: [
    (raw) => goCommands.listPackages({ modfile: raw }, []),
    (raw) => goCommands.listPackages({}, [raw], { errors: true, tests: true }),
    (raw) => goCommands.listPackages({}, [], { fields: raw }),
    (raw) => goCommands.listPackages({}, [], { format: raw }),
  ],
  listTools: [(raw) => goCommands.listTools({ modfile: raw }), (raw) => goCommands.listTools({}, { fields: raw })],
  modEditJson: [(raw) => goCommands.modEditJson(raw)],
  workEditJson: [(raw) => goCommands.workEditJson(raw)],
  modEdit: [
    (raw) => goCommands.modEdit(raw, []),
    (raw) => goCommands.modEdit(ok, [{ kind: 'require', module: raw }]),
    (raw) => goCommands.modEdit(ok, [{ kind: 'droprequire', path: raw }]),
    (raw) => goCommands.modEdit(ok, [{ kind: 'exclude', module: raw }]),
    (raw) => goCommands.modEdit(ok, [{ kind: 'dropexclude', module: raw }]),
    (raw) => goCommands.modEdit(ok, [{ kind: 'retract', version: raw }]),
    (raw) => goCommands.modEdit(ok, [{ kind: 'dropretract', version: raw }]),
    (raw) => goCommands.modEdit(ok, [{ kind: 'replace', path: raw, by: ok }]),
    (raw) => goCommands.modEdit(ok, [{ kind: 'replace', path: ok, version: raw, by: ok }]),
    (raw) => goCommands.modEdit(ok, [{ kind: 'replace', path: ok, by: raw }]),
    (raw) => goCommands.modEdit(ok, [{ kind: 'dropreplace', path: raw, version: raw }]),
    (raw) => goCommands.modEdit(ok, [{ kind: 'go', version: raw }]),
    (raw) => goCommands.modEdit(ok, [{ kind: 'tool', path: raw }]),
    (raw) => goCommands.modEdit(ok, [{ kind: 'droptool', path: raw }]),
    (raw) => goCommands.modEdit(ok, [{ kind: 'dropgodebug', name: raw }]),
  ],
  workEdit: [
    (raw) => goCommands.workEdit(raw, []),
    (raw) => goCommands.workEdit(ok, [{ kind: 'use', folder: raw }]),
    (raw) => goCommands.workEdit(ok, [{ kind: 'dropuse', folder: raw }]),
    (raw) => goCommands.workEdit(ok, [{ kind: 'dropgodebug', name: raw }]),
    (raw) => goCommands.workEdit(ok, [{ kind: 'replace', path: raw, by: raw }]),
    (raw) => goCommands.workEdit(ok, [{ kind: 'go', version: raw }]),
  ],
  modWhy: [
    (raw) => goCommands.modWhy({ modfile: raw }, []),
    (raw) => goCommands.modWhy({}, [raw], { vendor: true }),
    (raw) => goCommands.modWhy({}, [ok, raw]),
  ],
  modTidyDiff: [(raw) => goCommands.modTidyDiff({ modfile: raw })],
  modTidy: [
    (raw) => goCommands.modTidy({ modfile: raw }),
    (raw) => goCommands.modTidy({ inMirror: true, overlay: raw }),
  ],
  modVendor: [],
  workVendor: [],
  workUse: [(raw) => goCommands.workUse([raw]), (raw) => goCommands.workUse([ok, raw])],
  modDownloadAll: [],
  modDownload: [(raw) => goCommands.modDownload({ modfile: raw }, []), (raw) => goCommands.modDownload({}, [raw])],
  modVerify: [(raw) => goCommands.modVerify({ modfile: raw })],
  get: [(raw) => goCommands.get({ modfile: raw }, []), (raw) => goCommands.get({ modfile: ok }, [raw])],
  workSync: [],
};

const gitWalk: Walk<typeof gitCommands, GitCommand> = {
  version: [],
  topLevel: [],
  isShallow: [],
  commitOf: [(raw) => gitCommands.commitOf(raw)],
  branch: [],
  refs: [
    (raw) => gitCommands.refs([], { format: raw }),
    (raw) => gitCommands.refs([], { format: '', sort: [raw] }),
    (raw) => gitCommands.refs([raw], { format: '' }),
  ],
  commitsOf: [(raw) => gitCommands.commitsOf([raw], 1, ''), (raw) => gitCommands.commitsOf([], 1, raw)],
  hasTree: [(raw) => gitCommands.hasTree(raw)],
  tree: [(raw) => gitCommands.tree(raw)],
  configuration: [],
  init: [],
  fetchObjects: [(raw) => gitCommands.fetchObjects(raw, [], 'blobs')],
  contents: [],
};

/** Stands in the other places; told from every hostile name. */
const harmless = 'harmless.example/name';
const ok = harmless as never;

/** The command with this text, or undefined where it is refused; any error but a refusal is thrown on. */
function made<Command>(way: Way<Command>, text: string): Command | undefined {
  try {
    return way(text as never);
  } catch (error) {
    if (error instanceof Fault && error.code === 'bad-input') return undefined;
    throw error;
  }
}

/** Arguments where nothing but the name differs from those for a harmless one, and no argument begins with it as an option. */
function expectSameShape(args: readonly string[], plain: readonly string[], text: string): void {
  expect(args.length, JSON.stringify(args)).toBe(plain.length);
  const marker = 'a-marker.example';
  args.forEach((arg, n) => {
    const before = plain[n]!;
    if (!before.includes(marker)) {
      expect(arg).toBe(before);
      return;
    }
    const prefix = before.slice(0, before.indexOf(marker));
    expect(arg.startsWith(prefix), arg).toBe(true);
    expect(arg).not.toContain('\0');
    if (prefix === '') expect(arg.startsWith('-'), `${JSON.stringify(text)} is an option`).toBe(false);
  });
}

/** The commands that come of all names, each with its argument for a harmless one held against it. */
function commandsOf<Command extends GoCommand | GitCommand>(
  walk: Readonly<Record<string, readonly Way<Command>[]>>,
): Command[] {
  return Object.values(walk)
    .flat()
    .flatMap((way) => {
      const plain = made(way, 'a-marker.example')!;
      return all.flatMap((text) => {
        const command = made(way, text);
        if (command === undefined) return [];
        expectSameShape(command.args, plain.args, text);
        return [command];
      });
    });
}

test('there are at least 200 names', () => {
  expect(hostileNames.length).toBeGreaterThan(200);
});

test('no command is left out', () => {
  expect(Object.keys(goWalk)).toEqual(Object.keys(goCommands));
  expect(Object.keys(gitWalk)).toEqual(Object.keys(gitCommands));
});

/** Runs some at once. */
async function runAll<Item>(items: readonly Item[], run: (item: Item) => Promise<unknown>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await run(item);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

/** One of each argument list that a name makes, up to some hundred: the programs show that what is made is what arrives. */
function sample<Command extends GoCommand | GitCommand>(commands: readonly Command[]): Command[] {
  const step = Math.ceil(commands.length / 150);
  return commands.filter((_, n) => n % step === 0);
}

test('go gets no option and no NUL', async () => {
  const folder = temporaryFolder();
  const recording = recordingProgram(folder, 'go');
  const go = new Go({ ...defaultLoad, go: recording.file }, never);
  const commands = sample(commandsOf(goWalk));
  await runAll(commands, (command) => go.text(folder, command));
  // As the system takes them: a lone surrogate has no bytes.
  const bytes = (args: readonly string[]): string => Buffer.from(args.join('\0')).toString('hex');
  expect(recording.asked().map(bytes).sort()).toEqual(commands.map(({ args }) => bytes(args)).sort());
});

test('git gets no option and no NUL', async () => {
  const folder = temporaryFolder();
  const recording = recordingProgram(folder, 'git');
  vi.stubEnv('PATH', `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`);
  try {
    const git = new Git(folder, 10_000, never);
    const commands = sample(commandsOf(gitWalk));
    await runAll(commands, (command) => git.text(command));
    // Behind our settings, which test/server/process/git.test.ts holds.
    const got = recording.asked().map((args) => args.slice(args.length - commandLength(args)));
    expect(got.every((args) => /^(?:--version|[a-z]+(?:-[a-z-]+)?)$/.test(args[0] ?? ''))).toBe(true);
    expect(got.length).toBe(commands.length);
  } finally {
    vi.unstubAllEnvs();
  }
});

/** Arguments from the verb on: ours before it are pairs of -c and others that begin with two dashes. */
function commandLength(args: readonly string[]): number {
  let at = 0;
  while (at < args.length && /^(?:-c|--no-)/.test(args[at]!)) at += args[at] === '-c' ? 2 : 1;
  return args.length - at;
}

describe('the checks take none of them for what could be an option, leave a folder or break a line', () => {
  const checks: Readonly<Record<string, (text: string) => boolean>> = {
    isImportPath,
    isModuleName,
    isModulePath,
    isModuleVersion,
    isVersionQuery,
    isModuleAt,
    isModuleQuery,
    isAbsoluteFile,
    isFolderTarget,
    isGoLine,
    isObjectName,
    isRepositoryPath,
    isRevisionName,
  };
  test.each(Object.entries(checks))('%s', (name, check) => {
    for (const text of all.filter(check)) {
      expect(text).not.toMatch(/\0|^$/);
      if (name !== 'isRepositoryPath') expect(text, name).not.toMatch(/^-/);
      if (/^is(?:Import|Module|Version)/.test(name)) {
        expect(text, name).toMatch(/^[\w.~+@<=>/-]+$/);
        expect(text.split(/[/@]/), name).not.toContain('..');
      }
      if (name === 'isRevisionName') expect(text).not.toMatch(/^-|\p{Cc}|\.\./u);
    }
  });

  test('packagesBelow', () => {
    for (const text of all) {
      try {
        expect(packagesBelow(text)).toMatch(/^\.{1,2}\//);
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-input' });
      }
    }
  });
});
