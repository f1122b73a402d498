/** Which module paths a written pattern means. */

/**
 * `golang.org/x/...` is Go's pattern: `...` stands for any text, and a final `/...` also for nothing
 * (cmd/internal/pkgpattern). `*` in any other word stands for any text. A word with neither means the paths that hold
 * it. Letters are compared without case.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const wanted = pattern.toLowerCase();
  if (wanted.includes('...')) {
    const below = wanted.endsWith('/...') ? globMatcher(wanted.slice(0, -'/...'.length).split('...')) : undefined;
    const all = globMatcher(wanted.split('...'));
    return (path) => all(path.toLowerCase()) || below?.(path.toLowerCase()) === true;
  }
  if (wanted.includes('*')) {
    const glob = globMatcher(wanted.split('*'));
    return (path) => glob(path.toLowerCase());
  }
  return (path) => path.toLowerCase().includes(wanted);
}

/** True for a word that names one module in full: a host, a slash, and no pattern. */
export function isWholePath(word: string): boolean {
  return /^[^/*]*\.[^/*]*\/[^*]+$/.test(word) && !word.includes('...');
}

/** Texts that must follow each other with anything between them; linear, for the pattern may be a stranger's. */
function globMatcher(pieces: readonly string[]): (text: string) => boolean {
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return (text) => text === first;
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    const end = text.length - last.length;
    let at = first.length;
    for (const piece of pieces.slice(1, -1)) {
      const found = text.indexOf(piece, at);
      if (found === -1 || found + piece.length > end) return false;
      at = found + piece.length;
    }
    return at <= end;
  };
}
