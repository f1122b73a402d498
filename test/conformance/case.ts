/** One module or workspace as it stands on disk at one moment, to be run through the real go and through ours. */

export interface ModuleCase {
  readonly kind: 'module';
  readonly name: string;
  /** The module's root, from which relative replacements count. */
  readonly folder: string;
  /** Its go.mod; elsewhere than in the folder when go is to read it with -modfile. */
  readonly modfile: string;
}

export interface WorkspaceCase {
  readonly kind: 'workspace';
  readonly name: string;
  /** The folder of `gowork`. */
  readonly folder: string;
  readonly gowork: string;
}

export type Case = ModuleCase | WorkspaceCase;
