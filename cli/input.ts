/** From options to what is loaded. */
import path from 'node:path';
import { Fault } from '../graph/fault.ts';
import type { LoadOptions, Source } from '../server/project/types.ts';
import { asNamed } from './as-named.ts';
import { folderAt } from './folder-at.ts';
import type { InputOptions } from './input-options.ts';
import type { Io } from './io.ts';

/** The sample that is shown when none is named. */
const defaultSample = 'kubectl';

/** What to read. Throws a Fault 'usage' for options that exclude one another, 'not-found' for a folder that is not there. */
export function sourceOf(io: Pick<Io, 'cwd' | 'env'>, options: InputOptions, dir: string | undefined): Source {
  const { cwd } = io;
  const { snapshot, sample, graph, list, mod } = options;
  const given = [
    ...(snapshot === undefined ? [] : ['--snapshot']),
    ...(sample === undefined ? [] : ['--sample']),
    ...(graph === undefined ? [] : ['--graph']),
    ...(dir === undefined ? [] : [`the folder ${dir}`]),
  ];
  if (given.length > 1) {
    throw new Fault('usage', `${given.join(' and ')} exclude one another: each says what to read.`, {
      hint: 'Leave all but one of them away.',
    });
  }
  if (graph === undefined && (list !== undefined || mod !== undefined)) {
    throw new Fault('usage', `${list === undefined ? '--mod' : '--list'} belongs to --graph.`, {
      hint: 'Record a graph with `go mod graph > graph.txt`, then `--graph graph.txt --list list.json --mod go.mod`.',
    });
  }
  if (options.packages === true && (snapshot ?? sample ?? graph) !== undefined) {
    throw new Fault('usage', '--packages asks go about the packages of a module: it needs a folder.');
  }
  if (options.facts === true && (snapshot ?? sample ?? graph) !== undefined) {
    throw new Fault('usage', '--facts asks the network about a module: it needs a folder.');
  }
  if (options.modfile !== undefined && (snapshot ?? sample ?? graph) !== undefined) {
    throw new Fault('usage', '--modfile stands in the place of the go.mod of a folder: it needs a folder.');
  }
  if (options.facts === true && options.offline === true) {
    throw new Fault('usage', '--facts asks the network, and --offline forbids it.');
  }
  const base = options.C === undefined ? cwd : folderAt(cwd, options.C);
  const file = (name: string): string => (name === '-' ? name : named(path.resolve(base, name)));
  if (snapshot !== undefined) return { kind: 'snapshot', file: file(snapshot) };
  if (sample !== undefined) return { kind: 'sample', name: sample === true ? defaultSample : sample };
  if (graph !== undefined) {
    return {
      kind: 'recorded',
      graph: file(graph),
      ...(list === undefined ? {} : { list: file(list) }),
      ...(mod === undefined ? {} : { mod: file(mod) }),
    };
  }
  return { kind: 'folder', dir: asNamed(dir === undefined ? base : folderAt(base, dir), io) };
}

/** From where the process stands: messages name a file as its user did. */
function named(file: string): string {
  return path.relative(process.cwd(), file) || file;
}

/** How go is run; what is not said is left to `defaults`. */
export function loadOptionsOf(cwd: string, options: InputOptions, defaults: LoadOptions): LoadOptions {
  const { go, gowork, timeout, goos, goarch, tags } = options;
  return {
    ...defaults,
    ...(go === undefined ? {} : { go: goAt(cwd, go) }),
    ...(options.offline === true ? { offline: true } : {}),
    ...(options.toolchain === undefined ? {} : { toolchain: options.toolchain }),
    ...(options.vcs === undefined ? {} : { vcs: options.vcs }),
    ...(timeout === undefined ? {} : { timeout: timeout * 1000 }),
    ...(goos === undefined ? {} : { goos }),
    ...(goarch === undefined ? {} : { goarch }),
    ...(tags === undefined ? {} : { tags }),
    ...(gowork === undefined ? {} : { gowork: goworkOf(cwd, options) }),
    ...(options.modfile === undefined ? {} : { modfile: path.resolve(cwd, options.C ?? '.', options.modfile) }),
    ...(options.packages === true ? { packages: true } : {}),
    ...(options.facts === true ? { facts: true } : {}),
    ...(options.vuln === undefined ? {} : { vulnerabilities: vulnAt(cwd, options.vuln, options.C) }),
  };
}

/** A name without a slash is looked up on the PATH; anything else is a file, from where the user stands. */
function goAt(cwd: string, go: string): string {
  return /[/\\]/.test(go) ? path.resolve(cwd, go) : go;
}

function vulnAt(cwd: string, file: string, dir = '.'): string {
  return file === '-' ? file : named(path.resolve(cwd, dir, file));
}

function goworkOf(cwd: string, { gowork = 'auto', C }: InputOptions): LoadOptions['gowork'] {
  return gowork === 'auto' || gowork === 'off' ? gowork : { file: path.resolve(cwd, C ?? '.', gowork) };
}
