/** The answer of the doctor: text that is checked before it is used. */
import * as v from 'valibot';
import type { Diagnosis } from '../../graph/diagnosis/types.ts';
import { Fault } from '../../graph/fault.ts';
import { faultText } from '../words/faults.ts';

const text = v.string();
const maybe = v.exactOptional(v.string());

const remedy = v.object({
  words: text,
  command: maybe,
  tried: v.exactOptional(v.picklist(['here', 'in tests'])),
});

const diagnosis = v.object({
  about: v.object({ go: maybe, version: maybe, root: maybe, gowork: maybe }),
  found: v.array(
    v.object({
      code: text,
      severity: v.picklist(['error', 'warn', 'info']),
      what: text,
      why: text,
      remedy: v.exactOptional(remedy),
    }),
  ),
  checks: v.number(),
  notRun: v.array(v.object({ codes: v.array(text), why: text })),
  untried: v.exactOptional(v.number()),
});

/** Throws a Fault 'defect' for what is no diagnosis. */
export function readDiagnosis(source: string): Diagnosis {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    value = undefined;
  }
  const result = v.safeParse(diagnosis, value);
  if (result.success) return result.output;
  throw new Fault('defect', faultText.unknownDiagnosis, {
    hint: faultText.updated,
  });
}
