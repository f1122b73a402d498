/** Models of a go that refuses. */
import type { Answer, GoVerdict, Refusal } from '../../../../graph/model/verdict.ts';
import type { Beside } from '../../../../graph/model/beside.ts';
import type { Model } from '../../../../graph/model/model.ts';
import type { Records } from '../../../../graph/snapshot/records.ts';
import { modelWith } from '../found.ts';

const accepted: Answer = { state: 'accepted' };

/** A refusal of a, which m requires. */
export function refusal(code: Refusal['code'], subject = 'a@v1.0.0', more: Partial<Refusal> = {}): Refusal {
  return { code, subject, text: `${subject}: as go says it`, ...more };
}

export function refuses(...refusals: Refusal[]): Answer {
  return { state: 'refused', refusals };
}

/** `m` requires a and b, unless `lines` says otherwise. */
export function modelOfVerdict(
  verdict: Partial<GoVerdict>,
  records: Partial<Records> = {},
  lines = 'm a@v1.0.0\nm b@v1.0.0',
  beside: Beside = {},
): Model {
  const whole: GoVerdict = { graph: accepted, build: accepted, mode: 'readonly', ...verdict };
  return modelWith(lines, { records, beside: { ...beside, verdict: whole } });
}
