/** Names on a box: what of a module path and a version is said (the look, The box). Full text is in the title. */
import { hostOf } from '../../graph/view/owner.ts';
import { isPlaceholder, pseudoCommit } from '../../graph/version/semver.ts';
import { folderWord } from '../../graph/version/shown.ts';
import { printable } from './printable.ts';

export interface PathLabel {
  /** The part in bold: the last element, or as many more as it takes to say something. */
  readonly name: string;
  /** What precedes it, without github.com; '' when nothing does. */
  readonly prefix: string;
}

/** Last elements that say nothing without the one before them. */
const mute: ReadonlySet<string> = new Set(
  (
    'api apis auth base client clients cli cmd common config contrib core debug errors exporter go golang http internal kit lib libs log ' +
    'logger logging main metadata metrics model models module net pkg plugin plugins proto protos rpc runtime schema sdk server ' +
    'service spec term test testing tool tools types util utils version x'
  ).split(' '),
);
/** A name that has no end: only a hostile path is this long, and its picture must stay finite. */
const longestName = 80;

const majorSuffix = /^v[0-9]+$/;

/**
 * `echo/v4`, `x/net`, `json-iterator/go`: the last element; one more before a major suffix, and one more where that
 * still says nothing. A host joins only `go`, which alone names a language. `more`: so many further elements, as far as there are any.
 */
export function pathLabel(path: string, more = 0): PathLabel {
  const elements = printable(path).split('/');
  let first = elements.length - 1;
  if (first > 0 && majorSuffix.test(elements[first] ?? '')) first--;
  const head = elements[first] ?? '';
  const before = first - 1;
  const joinsHost = before === 0 && head === 'go';
  if ((mute.has(head) || elements[before] === 'x') && (before > 0 || joinsHost)) first--;
  first = Math.max(0, first - more);
  const prefix = elements.slice(elements[0] === 'github.com' && first > 0 ? 1 : 0, first).join('/');
  return { name: cutMiddle(elements.slice(first).join('/')), prefix };
}

function cutMiddle(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= longestName) return name;
  return `${characters.slice(0, longestName / 2).join('')}…${characters.slice(1 - longestName / 2).join('')}`;
}

/**
 * `v1.2.3`, `v3.2.2+inc`, `~2023-06-01` for a pseudo-version, with the first 7 of its hash where `sameDay` says that
 * another version of the path would show the same. A placeholder is `(folder)`: nothing but a replace line makes something of it.
 */
export function versionLabel(version: string, sameDay = false): string {
  if (isPlaceholder(version)) return folderWord;
  const commit = pseudoCommit(version);
  const compatible = version.endsWith('+incompatible') ? '+inc' : '';
  if (commit === undefined)
    return cutMiddle(printable(compatible === '' ? version : version.slice(0, -'ompatible'.length)));
  return `~${commit.day}${sameDay ? ` ${commit.hash.slice(0, 7)}` : ''}${compatible}`;
}

/** An owner: `hashicorp`, `golang.org/` before `x`, `k8s.io`. */
export function ownerLabel(owner: string): PathLabel {
  const text = printable(owner);
  const host = hostOf(text);
  if (host === text) return { name: cutMiddle(text), prefix: '' };
  return { name: cutMiddle(text.slice(host.length + 1)), prefix: host === 'github.com' ? '' : `${host}/` };
}
