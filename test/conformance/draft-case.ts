/** Lays a draft on disk, as a case for the judge. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Case } from './case.ts';
import { draftFiles, type Draft } from './draft.ts';
import type { Universe } from './universe.ts';

/** `folder` is emptied first. */
export function layDraft(name: string, folder: string, { folders }: Pick<Universe, 'folders'>, draft: Draft): Case {
  rmSync(folder, { recursive: true, force: true });
  const files = draftFiles(draft);
  for (const near of folders) files.set(`${near.dir}/go.mod`, near.mod);
  for (const [file, text] of files) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  if (draft.work !== undefined) return { kind: 'workspace', name, folder, gowork: path.join(folder, 'go.work') };
  return { kind: 'module', name, folder, modfile: path.join(folder, 'go.mod') };
}
