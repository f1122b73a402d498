/** The revisions that a user may want to compare with: branches, tags, and the last commits that touched a go.mod. */
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import type { RevisionRow, Revisions } from '../../graph/wire.ts';
import { isRepositoryPath } from '../process/arguments.ts';
import { gitCommands, type GitCommand } from '../process/git-commands.ts';
import { Git } from '../process/git.ts';
import { realOr } from './by-link.ts';
import { namedFolder, type GoWorkChoice } from './find.ts';
import { projectOf } from './mod-file.ts';
import { repositoryOf, type Repository } from './revision-name.ts';

/** Most rows of each kind: a list is read by people, and any other revision can be typed. */
const most = { branch: 30, tag: 200, commit: 50 } as const;

/** Most files whose commits are looked for: one a module of a workspace, and its go.work. */
const mostFiles = 500;

/** Milliseconds for each list. A history of a million commits is not walked to its end: what was found until then counts. */
const patience = 5000;

/** Milliseconds for what git knows at once. */
const timeout = 30_000;

/** Characters of a commit's subject. */
const longestSubject = 200;

export interface ListOptions {
  readonly gowork: GoWorkChoice;
  /** Read in the place of go.mod, absolute. */
  readonly modfile?: string;
  readonly signal: AbortSignal;
  /** Milliseconds for each list, where it is not to be the usual time. */
  readonly patience?: number;
}

/**
 * The lists, newest first. They are read from refs and commits; no file is opened. Throws the Faults of findProject and
 * repositoryOf, and 'go-missing' where there is no git.
 */
export async function listRevisions(
  dir: string,
  { gowork, modfile, signal, ...rest }: ListOptions,
): Promise<Revisions> {
  const project = projectOf(namedFolder(dir), { gowork, ...(modfile === undefined ? {} : { modfile }) });
  const { root: named, members, gowork: work } = project;
  const root = realOr(named);
  const git = new Git(root, timeout, signal);
  const lists = new Git(root, rest.patience ?? patience, signal);
  const where = await repositoryOf(git, root);
  const mods =
    project.modFile === undefined ? members.map(({ folder }) => path.join(folder, 'go.mod')) : [project.modFile];
  const all = [...(work === 'off' ? [] : [work]), ...mods];
  // git knows of a link when the link itself was changed, not what it leads to.
  const files = [
    ...new Set(all.flatMap((file) => [path.join(realOr(path.dirname(file)), path.basename(file)), realOr(file)])),
  ];
  const [branches, tags, commits] = [
    await listRefs(lists, 'branch'),
    await listRefs(lists, 'tag'),
    await listCommits(lists, insideOf(where, root, files)),
  ];
  const branch = await git.ask(gitCommands.branch());
  return {
    ...(branch === undefined ? {} : { branch }),
    rows: [...branches.rows, ...tags.rows, ...commits.rows],
    more: branches.more || tags.more || commits.more,
  };
}

interface Listed {
  readonly rows: readonly RevisionRow[];
  /** There are more. */
  readonly more: boolean;
}

const refFolders = { branch: ['refs/heads', 'refs/remotes'], tag: ['refs/tags'] } as const;

async function listRefs(git: Git, kind: 'branch' | 'tag'): Promise<Listed> {
  const command = gitCommands.refs(refFolders[kind], {
    most: most[kind] + 1,
    sort: ['-version:refname', '-creatordate'],
    format: '%(refname:short) %(objecttype) %(objectname) %(*objecttype) %(*objectname) %(creatordate:unix) %(symref)',
  });
  const lines = await linesOf(git, command);
  const rows = lines.items.flatMap((line): RevisionRow[] => {
    const [name = '', type, object = '', aimedType, aimed = '', time = '', symbolic] = line.split(' ');
    const commit = type === 'commit' ? object : aimedType === 'commit' ? aimed : '';
    // origin/HEAD is another name of a branch that stands in the list itself.
    if (commit === '' || name === '' || (symbolic !== undefined && symbolic !== '')) return [];
    return [{ kind, name, commit, ...timeOf(time) }];
  });
  return { rows: rows.slice(0, most[kind]), more: lines.cut || lines.items.length > most[kind] };
}

/** `files` are relative to the folder that git runs in. */
async function listCommits(git: Git, files: readonly string[]): Promise<Listed> {
  const known = files.filter(isRepositoryPath);
  if (known.length === 0) return { rows: [], more: false };
  const lines = await linesOf(git, gitCommands.commitsOf(known, most.commit + 1, '%H %ct %s'));
  const rows = lines.items.flatMap((line): RevisionRow[] => {
    const [, commit, time = '', subject = ''] = /^([0-9a-f]{40,64}) (\d+) (.*)$/.exec(line) ?? [];
    if (commit === undefined) return [];
    return [
      {
        kind: 'commit',
        name: commit,
        commit,
        ...timeOf(time),
        subject: Array.from(subject).slice(0, longestSubject).join(''),
      },
    ];
  });
  return { rows: rows.slice(0, most.commit), more: lines.cut || rows.length > most.commit };
}

function timeOf(seconds: string): { readonly time?: number } {
  return /^\d{1,15}$/.test(seconds) ? { time: Number(seconds) } : {};
}

/** The whole lines that git prints before its time is up; none where it fails (no commit yet, objects that are not there). */
async function linesOf(git: Git, command: GitCommand): Promise<{ items: string[]; cut: boolean }> {
  const chunks: Uint8Array[] = [];
  let cut = false;
  try {
    await git.run(command, (chunk) => chunks.push(chunk));
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'go-timeout') throw error;
    cut = true;
  }
  const items = Buffer.concat(chunks).toString('utf8').split('\n');
  // The last line is empty, or was cut.
  items.pop();
  return { items, cut };
}

/** Those of the files (absolute) that the repository holds, relative to `folder`; git refuses to look outside. */
function insideOf({ top }: Repository, folder: string, files: readonly string[]): string[] {
  return files
    .filter((file) => !path.relative(top, file).startsWith('..'))
    .map((file) => path.relative(folder, file).split(path.sep).join('/'))
    .slice(0, mostFiles);
}
