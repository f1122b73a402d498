/** Made-up `go mod graph` texts of any size, shaped like a large real one: the same bytes for the same size. */

/** Requirements a version has on average, and versions a path: traefik's unpruned graph has 11.5 and 5.2. */
const perVersion = 12;
const perPath = 5;

/** Numbers below 2³², always the same (mulberry32, public domain). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

function nameOf(version: number): string {
  const path = Math.floor(version / perPath);
  const number = version % perPath;
  const text = `github.com/owner-${String(path % 997)}/module-${String(path)}`;
  return number === 4
    ? `${text}@v0.0.0-20200102030405-${(version * 2654435761).toString(16).slice(0, 6).padEnd(12, 'abcdef')}`
    : `${text}@v1.${String(number)}.${String(path % 7)}`;
}

/**
 * Chunks of a text with `lines` lines, each requirer's together as go prints them. Few versions are required by many:
 * the square of an even distribution.
 */
export function* requirementChunks(lines: number): Generator<Uint8Array> {
  const next = random(lines);
  const encoder = new TextEncoder();
  const versions = Math.ceil(lines / perVersion);
  let text = '';
  for (let line = 0; line < lines; line++) {
    const version = Math.floor(line / perVersion);
    const from = version === 0 ? 'example.com/main' : nameOf(version);
    const share = next() / 2 ** 32;
    text += `${from} ${nameOf(1 + Math.floor(share * share * (versions - 1)))}\n`;
    if (text.length < 1 << 16) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}
