/** One input given to one target, and what must hold whatever it is. */
import { statusOf } from '../../cli/exit.ts';
import { Fault } from '../../graph/fault.ts';
import { must, type Input, type Target } from './target.ts';

/** Of a command that was used wrongly, of a go that failed, of a file that cannot be read, of a full disk (cli/exit.ts); never of a defect. */
const statuses = [2, 3, 4, 74];
/** A message is for a person, however long the text was that it is about. */
const longestMessage = 4000;

const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype, Map.prototype];
const before = prototypes.map(propertiesOf);

/** `accepted`: the target read it; otherwise it was refused as it should be. Throws what is wrong. */
export function judge(target: Target, input: Input): 'accepted' | 'refused' {
  let result: 'accepted' | 'refused' = 'accepted';
  try {
    target.examine(input);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    checkFault(target, error);
    result = 'refused';
  }
  prototypes.forEach((one, i) => {
    must(propertiesOf(one) === before[i], 'a prototype of the language was changed');
  });
  return result;
}

function checkFault({ codes }: Target, { code, message, hint }: Fault): void {
  must(codes.includes(code), `a Fault of a code that is not its own: ${code}: ${message}`);
  must(statuses.includes(statusOf(code)), `${code} ends with status ${statusOf(code)}`);
  must(message !== '' && message.length <= longestMessage, `a message of ${message.length} characters`);
  must(
    hint === undefined || (hint !== '' && hint.length <= longestMessage),
    `a hint of ${hint?.length ?? 0} characters`,
  );
}

function propertiesOf(prototype: object): string {
  return Reflect.ownKeys(prototype).map(String).join();
}
