/** The edits that what-if knows, as lines of go.mod or go.work. */
import type { ModuleRef } from '../snapshot/types.ts';

/**
 * One edit of the text. `drop` removes the require lines of a path: that is not `go get PATH@none`, which would also lower or remove
 * whatever requires it. `require` sets the version of a require line, or adds the line. `go` sets the go line.
 */
export type TextEdit =
  | { readonly kind: 'drop'; readonly path: string }
  | { readonly kind: 'require'; readonly path: string; readonly version: string }
  | { readonly kind: 'replace'; readonly old: ModuleRef; readonly new: ModuleRef }
  | { readonly kind: 'exclude'; readonly path: string; readonly version: string }
  | { readonly kind: 'go'; readonly version: string };

/** An edit of the text, or what a go command makes of it. */
export type Edit =
  | TextEdit
  /** What `go get PATH@QUERY` does, which may change other lines as well: a version, `none`, `upgrade`, `latest`, `<v1.2.3`, … */
  | { readonly kind: 'get'; readonly path: string; readonly query: string };

/** Edits that take a line out again, or are of the toolchain: what-if's flags do not name them, remedies do. */
export type Removal =
  | { readonly kind: 'drop-replace'; readonly old: ModuleRef }
  | { readonly kind: 'drop-exclude'; readonly path: string; readonly version: string }
  | { readonly kind: 'drop-use'; readonly folder: string }
  | { readonly kind: 'drop-toolchain' }
  | { readonly kind: 'drop-tool'; readonly path: string }
  | { readonly kind: 'drop-godebug'; readonly name: string };

/** The file that an edit is for: the go.mod of a main module (its place in `mains`), or go.work. */
export type Target = number | 'go.work';

export interface PlacedEdit {
  readonly edit: Edit;
  readonly target: Target;
}

/** The module path that an edit is about; `go` for the go line. */
export function pathOf(edit: Edit): string {
  if (edit.kind === 'replace') return edit.old.path;
  return edit.kind === 'go' ? 'go' : edit.path;
}

/** The edit as it is written on the command line: `--set example.com/a@v1.2.0`. */
export function editText(edit: Edit): string {
  const at = ({ path, version }: ModuleRef): string => (version === undefined ? path : `${path}@${version}`);
  switch (edit.kind) {
    case 'drop':
      return `--drop ${edit.path}`;
    case 'require':
      return `--set ${at(edit)}`;
    case 'replace':
      return `--replace ${at(edit.old)}=${at(edit.new)}`;
    case 'exclude':
      return `--exclude ${at(edit)}`;
    case 'go':
      return `--go ${edit.version}`;
    case 'get':
      return `--get ${edit.path}@${edit.query}`;
  }
}
