/** A timer, so that what never answers is given up. */

// Node and pages both have these two; the types of neither are known in drawing/.
declare function setTimeout(call: () => void, milliseconds: number): unknown;
declare function clearTimeout(handle: unknown): void;

/** Calls once after some milliseconds, unless the function it gives back is called before. */
export function after(milliseconds: number, call: () => void): () => void {
  const handle = setTimeout(call, milliseconds);
  return () => {
    clearTimeout(handle);
  };
}
