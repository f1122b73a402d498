/** Bytes in pieces of sizes that the dice say. */

/** Each of 1 to 97 bytes; the sizes come again and again. */
export function* inChunks(bytes: Uint8Array, dice: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = 1 + ((dice[i % dice.length] ?? 0) % 97);
    // A copy: a reader that keeps a chunk which its owner then fills anew would be wrong.
    yield bytes.slice(at, at + size);
    at += size;
  }
}
