/** Folders as go.mod and go.work name them, without a disk to ask. */

/** `folder`, which is relative to `dir`, as it is named from where `dir` is: `./lib`, `../lib`. An absolute one stays. */
export function folderFrom(dir: string, folder: string): string {
  if (/^(?:[/\\]|[A-Za-z]:)/.test(folder) || dir === '.') return folder;
  const parts: string[] = [];
  for (const part of `${dir}/${folder}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  if (parts.length === 0) return '.';
  return parts[0] === '..' ? parts.join('/') : `./${parts.join('/')}`;
}
