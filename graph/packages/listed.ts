/** A package as `go list -deps -test` prints it: test variants stand beside the package itself. */
import type { ModuleRef } from '../snapshot/types.ts';

export interface ListedPackage {
  /** With the test it was compiled for in brackets, where it is a variant: `p [q.test]`. */
  readonly path: string;
  /** Folder of this machine. For the loader's own use: no snapshot holds it. */
  readonly dir?: string;
  readonly standard?: true;
  /** No pattern of the command matches it: something that does imports it. */
  readonly depOnly?: true;
  /** The package whose tests this variant is for. */
  readonly forTest?: string;
  /** Its module as it is required; a replacement does not show. */
  readonly module?: ModuleRef;
  /** As resolved: they carry the brackets of a variant too. */
  readonly imports: readonly string[];
  /** Of its test files, in the package and outside of it. */
  readonly testImports: readonly string[];
  readonly error?: { readonly text: string; readonly importStack: readonly string[] };
}
