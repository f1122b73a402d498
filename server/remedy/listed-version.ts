/** The one module that `go list -m -json` prints. */
import * as v from 'valibot';
import { Fault } from '../../graph/fault.ts';

const module = v.object({ Version: v.string(), Retracted: v.optional(v.array(v.string()), []) });

/** Throws a Fault 'go-output-invalid' for what is none. */
export function readListed(output: string): { version: string; isRetracted: boolean } {
  try {
    const { Version, Retracted } = v.parse(module, JSON.parse(output));
    return { version: Version, isRetracted: Retracted.length > 0 };
  } catch (cause) {
    throw new Fault('go-output-invalid', 'go list -m -json printed no module.', { cause });
  }
}
