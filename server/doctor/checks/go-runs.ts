/** Whether there is a go that can be run, and answers like one. */
import { onMachine } from '../../../graph/remedy/words.ts';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Fault, toFault } from '../../../graph/fault.ts';
import { typed } from '../../../graph/remedy/typed.ts';
import type { Ground } from '../ground.ts';
import type { Check, DoctorCode, Told } from '../types.ts';
import { aboutGoroot } from './goroot.ts';

const codes = [
  'go-missing',
  'go-not-executable',
  'go-too-old',
  'go-output-invalid',
  'go-failed',
] as const satisfies readonly DoctorCode[];

export const goRuns: Check = {
  codes,
  run: async (ground) => {
    try {
      await ground.env();
      return [];
    } catch (error) {
      const fault = toFault(error);
      if (fault.code === 'cancelled') throw fault;
      // What GOWORK names is told with the files.
      return aboutGoroot(fault) || /invalid GOWORK/.test(fault.message) ? [] : [told(ground, fault)];
    }
  },
};

function told(ground: Ground, fault: Fault): Told {
  const why = 'modscope learns the graph from the go command; without it there are recordings only.';
  const code = codes.find((one) => one === fault.code) ?? 'go-failed';
  const command = mending(ground, code, fault);
  return {
    code,
    severity: 'error',
    what: [fault.message, ...wordsOf(fault)].join(' '),
    why,
    ...(command === undefined ? {} : { remedy: onMachine(mends[code] ?? '', command) }),
  };
}

const mends: Readonly<Partial<Record<DoctorCode, string>>> = {
  'go-not-executable': 'Let the file be run.',
  'go-missing': 'go is installed where the PATH does not lead: this adds the folder.',
};

/** Go's own words, where the message does not hold them. */
function wordsOf({ message, detail = '' }: Fault): string[] {
  const words = detail.trim().replace(/\s*\n\s*/g, ' ');
  return words === '' || message.includes(words.slice(0, 60)) ? [] : [`go says: ${words.slice(0, 500)}`];
}

function mending({ machine, options }: Ground, code: DoctorCode, { message }: Fault): string | undefined {
  if (code === 'go-not-executable') {
    const file = /^(.+) cannot be run/.exec(message)?.[1];
    return file === undefined ? undefined : typed('chmod', '+x', file);
  }
  if (code !== 'go-missing' || /[/\\]/.test(options.go)) return undefined;
  const found = machine.usualGo.find((file) => existsSync(file));
  if (found === undefined) return undefined;
  const folder = path.dirname(found);
  return machine.platform === 'win32' ? `set PATH=%PATH%;${folder}` : `export PATH="$PATH:${folder}"`;
}
