/** A folder by the name that its user has for it. */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Io } from './io.ts';

/** By the name that the user's shell has for where it stands: PWD keeps the links that led there. */
export function asNamed(dir: string, { cwd, env }: Pick<Io, 'cwd' | 'env'>): string {
  const shell = env['PWD'] ?? '';
  const way = path.relative(cwd, dir);
  if (!path.isAbsolute(shell) || way.startsWith('..') || path.isAbsolute(way)) return dir;
  try {
    return realpathSync(shell) === realpathSync(cwd) ? path.join(shell, way) : dir;
  } catch {
    return dir;
  }
}
