/** The standard library: import paths that no module provides. */

/** First elements of the import paths that `go list std cmd` prints, and `std` itself; go 1.26. test/graph/explain/standard.test.ts asks go. */
const roots: ReadonlySet<string> = new Set(
  `archive arena bufio builtin bytes cmd cmp compress container context crypto database debug embed encoding errors expvar
  flag fmt go hash html image index internal io iter log maps math mime net os path plugin reflect regexp runtime simd slices
  sort std strconv strings structs sync syscall testing text time unicode unique unsafe weak`.split(/\s+/),
);

/** True where only the standard library can hold the import path. `go` alone is the go line of go.mod. */
export function isStandard(importPath: string): boolean {
  return importPath !== 'go' && roots.has(importPath.split('/')[0] ?? '');
}
