/** Where a partial clone has left its objects: the remote that it names, in the forms that are safe to ask. */
import path from 'node:path';
import type { Checked } from '../../graph/module/names.ts';

/** An address on https or ssh. git runs a program of ours (git-remote-https, ssh), and none that the address names. */
export type NetworkRemote = Checked<'network remote'>;

export type Remote =
  /** A repository on this machine: its objects are read where they lie, and git runs nothing there. */
  { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'network'; readonly url: NetworkRemote };

/** No white space, no control characters; a host that begins with a dash would be an option of ssh (CVE-2017-1000117). */
const address = /^(?:https|ssh):\/\/(?:[\w.%~-]+(?::[^\s@/]*)?@)?(?!-)[\w.[\]:-]+\/[^\s\p{Cc}]*$/u;
/** `git@host:path`, which is ssh (git-clone, 'GIT URLS'). */
const scpLike = /^(?:[\w.~][\w.~-]*@)?(?!-)[\w.][\w.-]+:(?!\/\/)(?![-:])[^\s\p{Cc}]+$/u;

function isNetwork(url: string): url is NetworkRemote {
  return url.length < 4096 && (address.test(url) || scpLike.test(url));
}

/** undefined for what is not asked: `ext::`, `http:` (nobody vouches for the host), other helpers, and what is no address. `top`: relative folders are named from there. */
export function remoteOf(url: string, top: string): Remote | undefined {
  if (url === '' || /\p{Cc}/u.test(url)) return undefined;
  if (url.startsWith('file://')) return folderOf(decoded(url.slice('file://'.length)));
  if (path.isAbsolute(url) || /^\.{1,2}\//.test(url)) return folderOf(path.resolve(top, url));
  return isNetwork(url) ? { kind: 'network', url } : undefined;
}

/** git takes a list of folders apart at the delimiter, and reads quotes in it. */
function folderOf(folder: string): Remote | undefined {
  if (!path.isAbsolute(folder) || folder.includes(path.delimiter) || /["\p{Cc}]/u.test(folder)) return undefined;
  return { kind: 'folder', folder };
}

/** As git itself takes the percents out of an address (connect.c, url_decode). */
function decoded(folder: string): string {
  try {
    return decodeURIComponent(folder);
  } catch {
    return folder;
  }
}
