/** A snapshot from text that a stranger may have written: parsed, checked, sorted, or refused with what and where. */
import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { jsonMistake, shapeMistake } from '../json-mistake.ts';
import { joinName } from '../model/name.ts';
import { compareModules } from '../model/order.ts';
import { snapshotSchema } from './schema.ts';
import { nulInNames } from './nul.ts';
import type { Snapshot } from './types.ts';

const hint = 'Write a new one with `modscope snapshot -o FILE`.';

/**
 * The snapshot in `text`. Throws a Fault 'bad-input' that says what is wrong and where: not JSON, another format, a
 * field that is missing or of another type, a module version named twice, a requirement on one that is not there, a NUL in a
 * name: no file, program or module can have that.
 */
export function readSnapshot(text: string): Snapshot {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Fault('bad-input', `The snapshot is not JSON${jsonMistake(error, text)}.`, { hint, cause: error });
  }
  // JSON writes a NUL so, and only so: most texts need no second look.
  return checkSnapshot(data, text.includes('\\u0000'));
}

/** The same of JSON that was parsed already. */
export function checkSnapshot(data: unknown, mayHoldNul = true): Snapshot {
  const snapshot = readShape(data, mayHoldNul);
  checkWhole(snapshot);
  return { ...snapshot, modules: [...snapshot.modules].sort(compareModules) };
}

/** Each part of a snapshot as it should be: whether they fit each other is not looked at. Throws the Fault of readSnapshot. */
export function readShape(data: unknown, mayHoldNul = true): Snapshot {
  const format = v.safeParse(v.object({ format: v.unknown() }), data);
  if (!format.success) throw new Fault('bad-input', 'The file is not a snapshot: it has no "format".', { hint });
  if (format.output.format !== 1) {
    throw new Fault(
      'bad-input',
      `The snapshot has ${shownFormat(format.output.format)}; this modscope reads format 1.`,
      {
        hint: 'A newer modscope wrote it: update modscope, or write the snapshot again with this one.',
      },
    );
  }
  const checked = v.safeParse(snapshotSchema, data);
  if (!checked.success) {
    const [issue] = checked.issues;
    throw new Fault(
      'bad-input',
      `The snapshot is damaged at ${v.getDotPath(issue) ?? 'its top'}: ${shapeMistake(issue)}`,
      {
        hint,
      },
    );
  }
  const snapshot: Snapshot = checked.output;
  if (mayHoldNul) refuseNul(snapshot);
  return snapshot;
}

/** Throws the Fault of readSnapshot where the modules do not fit each other. */
export function checkWhole(snapshot: Snapshot): void {
  const names = new Set<string>();
  for (const module of snapshot.modules) {
    const name = joinName(module.path, module.version);
    if (names.has(name)) throw new Fault('bad-input', `The snapshot holds ${name} twice.`, { hint });
    names.add(name);
  }
  const lost = snapshot.mains.find((main) => !names.has(main.path));
  if (lost !== undefined) {
    throw new Fault('bad-input', `The snapshot is damaged: it does not hold its main module ${lost.path}.`, { hint });
  }
  for (const module of snapshot.modules) {
    const missing = module.requires?.find((name) => !names.has(name));
    if (missing !== undefined) {
      const requirer = joinName(module.path, module.version);
      throw new Fault(
        'bad-input',
        `The snapshot is damaged: ${requirer} requires ${missing}, which it does not hold.`,
        { hint },
      );
    }
  }
}

function refuseNul(snapshot: Snapshot): void {
  const place = nulInNames(snapshot);
  if (place === undefined) return;
  throw new Fault('bad-input', `The snapshot is damaged at ${place}: a NUL character stands in a name.`, { hint });
}

/** A number as it is; of anything else a stranger can write there, its kind: no message quotes a file. */
function shownFormat(format: unknown): string {
  return typeof format === 'number' ? `format ${String(format)}` : `a format of type ${typeof format}`;
}
