/** Arguments that are no names of modules (those are in graph/module/names.ts), each checked before a command may hold it. */
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import type { Checked } from '../../graph/module/names.ts';
import { excerpt } from '../../parsers/source.ts';

/** An absolute path: it begins with no dash. */
export type AbsoluteFile = Checked<'absolute file'>;

/** Packages of a folder and those below it, `./x/...`, relative to where go runs; go takes no import path for it. */
export type FolderPattern = Checked<'folder pattern'>;

/** A folder as a replace or use line names it: `./x`, `../x` or absolute (modfile.IsDirectoryPath); without the @ at which go cuts. */
export type FolderTarget = Checked<'folder target'>;

/** A path in a repository, with `/`, relative to where git runs. */
export type RepositoryPath = Checked<'repository path'>;

/** A revision as a user may name it: no option, no range, no path, no search in messages (gitrevisions). */
export type RevisionName = Checked<'revision'>;

/** The name of a git object, in full. */
export type ObjectName = Checked<'object'>;

/** The version of a go line (modfile.GoVersionRE). */
export type GoLine = Checked<'go line'>;

/** Longer than any path of a file system. */
const longestFolder = 4096;

/** The words of a use line, which may lack the `./` before a folder: what `-dropuse` goes by. */
export type UseWords = Checked<'use words'>;

export function isUseWords(text: string): text is UseWords {
  return text !== '' && text.length < longestFolder && !/\p{Cc}/u.test(text);
}

/** The name of a godebug setting (go.dev/doc/godebug). */
export type GodebugName = Checked<'godebug name'>;

export function isGodebugName(text: string): text is GodebugName {
  return /^[A-Za-z][\w]{0,99}$/.test(text);
}

export function isAbsoluteFile(text: string): text is AbsoluteFile {
  return path.isAbsolute(text) && !text.startsWith('-') && !text.includes('\0');
}

/** Throws a Fault 'bad-input' for what is none. */
export function absoluteFile(text: string): AbsoluteFile {
  if (isAbsoluteFile(text)) return text;
  throw new Fault('bad-input', `"${excerpt(text)}" is no absolute path of a file.`);
}

function isFolderPattern(text: string): text is FolderPattern {
  return /^\.{1,2}\//.test(text) && text.endsWith('/...') && text.length < longestFolder && !text.includes('\0');
}

/** `./...` of a folder (relative, with `/`). Throws a Fault 'bad-input' for what no go command can be asked about. */
export function packagesBelow(folder: string): FolderPattern {
  const plain = folder === '' || folder === '.' ? '.' : /^\.{1,2}(?:\/|$)/.test(folder) ? folder : `./${folder}`;
  const pattern = `${plain}/...`;
  if (isFolderPattern(pattern)) return pattern;
  throw new Fault('bad-input', `go cannot be asked about the packages of the folder "${excerpt(folder)}".`);
}

export function isFolderTarget(text: string): text is FolderTarget {
  const named = /^\.{1,2}(?:$|[/\\])/.test(text) || isAbsoluteFile(text);
  return named && text.length < longestFolder && !/[@\0\n\r]/.test(text);
}

export function isRepositoryPath(text: string): text is RepositoryPath {
  return text !== '' && !path.isAbsolute(text) && text.length < longestFolder && !text.includes('\0');
}

/** Most characters of a ref or of an expression with ~, ^ and @{…}. */
const longestRevision = 1000;

export function isRevisionName(text: string): text is RevisionName {
  if (text === '' || text.length > longestRevision || /^[-^]|\.\.|\p{Cc}|\p{Surrogate}/u.test(text)) return false;
  // A colon leads to a file (HEAD:x), into the index (:x) or through every message (:/x); in @{10:00} it is part of a time.
  return !text.replace(/@\{[^{}]*\}/g, '').includes(':');
}

export function isObjectName(text: string): text is ObjectName {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

export function isGoLine(text: string): text is GoLine {
  return text.length < 100 && /^([1-9][0-9]*)\.(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*))?([a-z]+[0-9]+)?$/.test(text);
}
