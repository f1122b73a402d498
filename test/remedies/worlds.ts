/** Worlds in which remedies are tried: each sample of a finding as it stands, and its neighbours. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addToProxy } from '../conformance/proxy-folder.ts';
import { layFindingSample, type FindingSample } from '../support/finding-sample.ts';

export interface World {
  /** Of the sample and of the neighbour: `replaced / vendor`. */
  readonly name: string;
  readonly args: readonly string[];
  /** Lays it anew into an empty folder. Returns undefined where this sample has no such neighbour. */
  readonly lay: (to: string) => Laid | undefined;
}

export interface Laid {
  /** Where modscope and the user stand. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Changes what was laid; false where it cannot be so. */
type Neighbour = (folder: string, env: Readonly<Record<string, string>>, to: string) => boolean;

const neighbours: Readonly<Record<string, Neighbour>> = {
  /** The module as a member of a workspace, with another beside it. */
  workspace: (folder) => {
    if (!intoWorkspace(folder)) return false;
    member(folder, 'beside', 'module example.com/beside\n\ngo 1.21\n');
    return true;
  },
  /** The same where the go.mod of the other cannot be read. */
  unparsable: (folder) => {
    if (!intoWorkspace(folder)) return false;
    member(folder, 'broken', 'module example.com/broken\n\nrequire\n<<<<<<< HEAD\n');
    return true;
  },
  /** A package that embeds files of every kind: hidden ones, Go files, a folder that go passes over. */
  embed: (folder) => {
    if (!existsSync(path.join(folder, 'go.mod'))) return false;
    const own = path.join(folder, 'embedding');
    mkdirSync(path.join(own, '_data', 'x'), { recursive: true });
    writeFileSync(path.join(own, '_data', 'x', '.hidden'), 'hidden');
    writeFileSync(path.join(own, 'a.txt'), 'text');
    writeFileSync(
      path.join(own, 'embedding.go'),
      'package embedding\n\nimport "embed"\n\n//go:embed all:_data *.txt embedding.go\nvar Files embed.FS\n',
    );
    return true;
  },
  vendor: intoVendored,
  /** The same where it is out of step with go.mod, and go.sum is gone. */
  stale: (folder, env) => {
    if (!intoVendored(folder, env)) return false;
    const listed = path.join(folder, 'vendor', 'modules.txt');
    const lines = textOf(listed).split('\n');
    const explicit = lines.findIndex((line) => /^## .*explicit/.test(line));
    if (explicit === -1) return false;
    writeFileSync(listed, lines.toSpliced(explicit, 1).join('\n'));
    rmSync(path.join(folder, 'go.sum'), { force: true });
    return true;
  },
  /** Every version of every module of the proxy is retracted by its newest. */
  retracted: (_folder, _env, to) => {
    const proxy = path.join(to, 'proxy');
    const modules = listsBelow(proxy);
    for (const list of modules) {
      const versions = textOf(list).split('\n').filter(Boolean).sort();
      const last = path.join(path.dirname(list), `${versions.at(-1) ?? ''}.mod`);
      if (existsSync(last)) writeFileSync(last, `${textOf(last)}\nretract [v0.0.0-0, v99.0.0]\n`);
    }
    return modules.length > 0;
  },
  /** The module requires one at a version that exists nowhere, replaced by a folder: go takes it. */
  nowhere: (folder) => {
    const file = path.join(folder, 'go.mod');
    if (!existsSync(file)) return false;
    member(folder, 'nowhere', 'module example.com/nowhere\n\ngo 1.17\n', false);
    writeFileSync(
      file,
      `${textOf(file)}\nrequire example.com/nowhere v0.0.0\n\nreplace example.com/nowhere => ./nowhere\n`,
    );
    return true;
  },
  /** Each module of the proxy that go.mod requires is replaced by a copy of itself in another place. */
  replaced: (folder, _env, to) => {
    const file = path.join(folder, 'go.mod');
    if (!existsSync(file) || /^replace/m.test(textOf(file))) return false;
    const first = /^\s*(?:require )?(example\.com\/\S+) (v\S+)/m.exec(textOf(file).replace(/^module.*$/m, ''));
    const [, module, version] = first ?? [];
    if (module === undefined || version === undefined) return false;
    addToProxy(path.join(to, 'proxy'), {
      path: 'example.com/otherfork',
      version: 'v1.0.0',
      mod: `module ${module}\n`,
      files: [{ name: 'go.mod', text: `module ${module}\n` }],
    });
    writeFileSync(file, `${textOf(file)}\nreplace ${module} => example.com/otherfork v1.0.0\n`);
    return true;
  },
  /** A workspace whose member has its own replace line beside one of go.work. */
  alone: (folder) => {
    const before = path.join(folder, 'go.mod');
    if (!existsSync(before) || !/^replace/m.test(textOf(before)) || !intoWorkspace(folder)) return false;
    const lines = [
      ...textOf(path.join(folder, 'app', 'go.mod')).matchAll(/^(?:replace |\t)(\S+(?: v\S+)? => .*)$/gm),
    ].map(([, line = '']) => `replace ${line}`);
    if (lines.length === 0) return false;
    const moved = lines.map((line) => line.replace(/=> \.\//, '=> ./app/').replace(/=> \.\.\//, '=> ./'));
    const work = path.join(folder, 'go.work');
    writeFileSync(work, `${textOf(work)}\n${moved.join('\n')}\n`);
    return true;
  },
};

const neighbourNames: readonly string[] = Object.keys(neighbours);

/** The sample itself and each of these neighbours. */
export function worldsOf(sample: FindingSample, wanted: readonly string[] = neighbourNames): World[] {
  const own: World = { name: sample.name, args: sample.args, lay: (to) => laid(sample, to) };
  return [
    own,
    ...wanted.map((name): World => ({
      name: `${sample.name} / ${name}`,
      args: sample.args,
      lay: (to) => {
        const { folder, env } = laid(sample, to);
        return neighbours[name]?.(folder, env, to) === true ? { folder, env } : undefined;
      },
    })),
  ];
}

function laid(sample: FindingSample, to: string): Laid {
  const { shows } = layFindingSample(sample, to);
  return { folder: path.join(to, 'shows'), env: shows };
}

/** A vendor folder that go made; false where go can make none. */
function intoVendored(folder: string, env: Readonly<Record<string, string>>): boolean {
  const of = existsSync(path.join(folder, 'go.work')) ? 'work' : 'mod';
  if (!/^go 1\.(?:1[4-9]|[2-9]\d)/m.test(textOf(path.join(folder, `go.${of}`)))) return false;
  return runs(folder, env, of, 'vendor') && existsSync(path.join(folder, 'vendor', 'modules.txt'));
}

/** What stands in the folder goes into `app/`, and a go.work beside it uses that; false where there is one. */
function intoWorkspace(folder: string): boolean {
  if (existsSync(path.join(folder, 'go.work')) || !existsSync(path.join(folder, 'go.mod'))) return false;
  const names = readdirSync(folder);
  // Folders that replace lines name by ../ would stand elsewhere then.
  if (/=> \.\.\//.test(textOf(path.join(folder, 'go.mod')))) return false;
  mkdirSync(path.join(folder, 'app'));
  for (const name of names) renameSync(path.join(folder, name), path.join(folder, 'app', name));
  const go = /^go (\S+)/m.exec(textOf(path.join(folder, 'app', 'go.mod')))?.[1] ?? '1.21';
  writeFileSync(path.join(folder, 'go.work'), `go ${Number(go.split('.')[1]) < 21 ? '1.21' : go}\n\nuse ./app\n`);
  return true;
}

function member(folder: string, name: string, goMod: string, used = true): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'go.mod'), goMod);
  const work = path.join(folder, 'go.work');
  if (used) writeFileSync(work, `${textOf(work)}use ./${name}\n`);
}

function runs(folder: string, env: Readonly<Record<string, string>>, ...args: readonly string[]): boolean {
  try {
    execFileSync('go', args, { cwd: folder, env: { ...process.env, ...env }, stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

function listsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => path.basename(name) === 'list')
    .map((name) => path.join(folder, name));
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
