/** Edits as they are written on the command line and over HTTP: checked as go.mod's own lines are. */
import { Fault } from '../../graph/fault.ts';
import { isModuleName, isModulePath, isVersionQuery, moduleQuery } from '../../graph/module/names.ts';
import type { ModuleRef } from '../../graph/snapshot/types.ts';
import type { Edit } from '../../graph/what-if/edits.ts';
import { goLine, moduleAt, replaceLine } from '../../parsers/go-mod/directives.ts';
import { Mistake } from '../../parsers/go-mod/mistakes.ts';
import { excerpt } from '../../parsers/source.ts';

/** Edits in words: `drop` module paths, `set` and `exclude` M@V, `replace` A[@V]=B@V or A[@V]=./folder, `go` a version, `get` M@Q as go get takes it. */
export interface EditWords {
  readonly drop: readonly string[];
  readonly set: readonly string[];
  readonly replace: readonly string[];
  readonly exclude: readonly string[];
  readonly go?: string;
  readonly get?: readonly string[];
}

/** Each edit is a load of its own, a tenth of a second on the largest graphs. */
const mostEdits = 100;

/** The edits, in the order drop, set, replace, exclude, go, get. Throws a Fault 'usage' for one that is malformed, for none and for more than 100. */
export function readEdits({ drop, set, replace, exclude, go, get = [] }: EditWords): Edit[] {
  const edits = [
    ...drop.map((text) => read('--drop', text, 'MODULE', dropped)),
    ...set.map((text) => read('--set', text, 'MODULE@VERSION', (): Edit => ({ kind: 'require', ...atVersion(text) }))),
    ...replace.map((text) => read('--replace', text, 'A[@V]=B@V or A[@V]=./folder', replaced)),
    ...exclude.map((text) =>
      read('--exclude', text, 'MODULE@VERSION', (): Edit => ({ kind: 'exclude', ...atVersion(text) })),
    ),
    ...(go === undefined ? [] : [read('--go', go, 'a Go version, such as 1.22', goSet)]),
    ...get.map((text) => read('--get', text, 'MODULE@QUERY', gotten)),
  ];
  if (edits.length > mostEdits) {
    throw new Fault(
      'usage',
      `${String(edits.length)} edits are more than the ${String(mostEdits)} that are taken at once.`,
    );
  }
  if (edits.length > 0) return edits;
  throw new Fault('usage', 'No edit is named.', {
    hint: 'One or more of --drop M, --set M@V, --replace A=B@V, --exclude M@V, --go V, --get M@Q.',
  });
}

function read(flag: string, text: string, form: string, reader: (text: string) => Edit): Edit {
  try {
    return reader(text);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    throw new Fault('usage', `${flag} ${excerpt(text)}: ${error.message}.`, {
      hint: (flag === '--get' ? undefined : hintOf(text)) ?? `It is written ${flag} ${form}.`,
    });
  }
}

/** A word in the place of a version is for go to resolve, which asks the network. */
function hintOf(text: string): string | undefined {
  const [path = '', word = ''] = text.split('@');
  if (!isModulePath(path) || !isVersionQuery(word) || /^v\d+\.\d+\.\d/.test(word)) return undefined;
  if (/^\d+\.\d+\.\d/.test(word)) return `Did you mean ${path}@v${word}?`;
  return `An exact version is needed, such as v1.2.3: --get looks up what ${word} means, as go get does.`;
}

function dropped(text: string): Edit {
  if (text.includes('@')) throw new Mistake(1, 'a require line is dropped by its path, without a version');
  return { kind: 'drop', path: checkedPath(text) };
}

function goSet(text: string): Edit {
  return { kind: 'go', version: goLine({ verb: 'go', args: [text], line: 1, comment: '' }) };
}

/** Without a query it is `upgrade`, as for go get. */
function gotten(text: string): Edit {
  const at = text.indexOf('@');
  const [path, query] = at === -1 ? [text, 'upgrade'] : [text.slice(0, at), text.slice(at + 1)];
  if (!isModulePath(checkedPath(path)))
    throw new Mistake(
      1,
      `"${excerpt(path)}" is not the path of a module that go could look up, such as github.com/x/y`,
    );
  if (moduleQuery(path, query) !== undefined) return { kind: 'get', path, query };
  throw new Mistake(1, `"${excerpt(query)}" is no version, and nothing that go get would look up`);
}

function atVersion(text: string): { path: string; version: string } {
  const at = text.indexOf('@');
  if (at === -1) throw new Mistake(1, 'there is no @VERSION');
  const args = [checkedPath(text.slice(0, at)), text.slice(at + 1)];
  return exact(moduleAt({ verb: 'require', args, line: 1, comment: '' }), args[1]);
}

/** go would ask the network which version v1.2 means (modload/query.go). */
function exact<Ref extends ModuleRef>(ref: Ref, written: string | undefined): Ref {
  if (ref.version === written) return ref;
  throw new Mistake(1, `"${excerpt(written ?? '')}" is not an exact version such as v1.2.3`);
}

function replaced(text: string): Edit {
  const equals = text.indexOf('=');
  if (equals === -1) throw new Mistake(1, 'there is no =');
  const [left, right] = [text.slice(0, equals), text.slice(equals + 1)];
  const at = left.indexOf('@');
  const old = at === -1 ? [checkedPath(left)] : [checkedPath(left.slice(0, at)), left.slice(at + 1)];
  const line = replaceLine({ verb: 'replace', args: [...old, '=>', ...rightSide(right)], line: 1, comment: '' });
  if (line.new.version !== undefined)
    exact({ ...line.new, path: checkedPath(line.new.path) }, right.slice(right.lastIndexOf('@') + 1));
  if (line.old.version !== undefined) exact(line.old, left.slice(at + 1));
  return { kind: 'replace', old: line.old, new: trimmed(line.new) };
}

function rightSide(text: string): string[] {
  const at = text.lastIndexOf('@');
  return /^(?:\.{1,2}(?:$|[/\\])|[/\\]|[A-Za-z]:)/.test(text) || at === -1
    ? [JSON.stringify(text)]
    : [text.slice(0, at), text.slice(at + 1)];
}

/** A slash at the end of a folder, which completion adds, says nothing. */
function trimmed(ref: ModuleRef): ModuleRef {
  return ref.version === undefined ? { path: ref.path.replace(/(?<=[^/])\/+$/, '') } : ref;
}

function checkedPath(path: string): string {
  if (path === 'go' || path === 'toolchain') throw new Mistake(1, 'the go line is set with --go V');
  if (!isModuleName(path)) throw new Mistake(1, `"${excerpt(path)}" is not a module path`);
  return path;
}
