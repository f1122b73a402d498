/** A snapshot as what differs from another one that the reader holds: an edit changes few of a thousand modules. */
import { Fault } from '../fault.ts';
import { joinName } from '../model/name.ts';
import { compareModules } from '../model/order.ts';
import { checkWhole, readShape } from './read.ts';
import type { ModuleVersion, Snapshot } from './types.ts';

/** `modules`: those that the other has not, or has otherwise. */
export interface SnapshotDelta extends Snapshot {
  /** `path@version` of modules that only the other has. */
  readonly gone: readonly string[];
}

const nameOf = ({ path, version }: ModuleVersion): string => joinName(path, version);

/** What of `head` is not in `base`, and what of `base` is not in it. */
export function deltaOf(base: Snapshot, head: Snapshot): SnapshotDelta {
  const before = new Map(base.modules.map((module) => [nameOf(module), module]));
  const modules: ModuleVersion[] = [];
  for (const module of head.modules) {
    const name = nameOf(module);
    const was = before.get(name);
    before.delete(name);
    if (!same(was, module)) modules.push(module);
  }
  return { ...head, modules, gone: [...before.keys()] };
}

/** Whether two values of JSON are the same, whatever the order of their keys. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, n) => same(one, b[n]));
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))];
  return one.length === other.size && one.every(([key, value]) => other.has(key) && same(value, other.get(key)));
}

/**
 * The snapshot that `data`, parsed JSON of a delta, makes of `base`; what is the same in both is the same object. Throws a Fault 'bad-input'
 * for what is no delta, and where the whole is no snapshot (readSnapshot).
 */
export function withDelta(base: Snapshot, data: unknown): Snapshot {
  const delta = readShape(data);
  const names = typeof data === 'object' && data !== null && 'gone' in data ? data.gone : undefined;
  if (!Array.isArray(names)) throw new Fault('bad-input', 'The change of a snapshot does not say what is gone.');
  const replaced = new Set<unknown>([...(names as readonly unknown[]), ...delta.modules.map(nameOf)]);
  const modules = [...base.modules.filter((module) => !replaced.has(nameOf(module))), ...delta.modules];
  const whole = { ...delta, modules: modules.sort(compareModules) };
  checkWhole(whole);
  return whole;
}
