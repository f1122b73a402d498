/** What go writes to stderr: read for its meaning, and cleaned of what only this machine knows. */
import fc from 'fast-check';
import { faultOfGo, moduleInWords } from '../../../parsers/go-error.ts';
import { withoutMachine } from '../../../parsers/without-machine.ts';
import { goErrors } from '../inputs/corpus.ts';
import { damaged, dice, strungTogether } from '../inputs/edits.ts';
import { anywhere, ofGo, ofGoErrors } from '../inputs/words.ts';
import { must, textOf, type Target } from '../target.ts';

const words = [...ofGoErrors, ...anywhere, ...ofGo];
const texts = fc.oneof(damaged([...goErrors, ...ofGoErrors], words), {
  weight: 2,
  arbitrary: strungTogether([...ofGoErrors, ...ofGo], ['', '', ' ', ': ', '\n', '\n\t']),
});
const machine = {
  dir: '/home/dev/m',
  home: '/home/dev',
  gomodcache: '/home/dev/go/pkg/mod',
  hosts: ['proxy.example.com'],
};

export const wordsOfGo: readonly Target[] = [
  {
    name: 'go-error',
    share: 8,
    inputs: fc.record({ text: texts, dice }),
    codes: [
      'bad-input',
      'no-module',
      'go-too-new',
      'go-too-old',
      'go-failed',
      'go-killed',
      'checksum-mismatch',
      'write-failed',
    ],
    examine: (input) => {
      const stderr = textOf(input);
      const [first = 0] = input.dice;
      const module = moduleInWords(stderr);
      must(module === undefined || module.includes('@v'), `${module ?? ''} is no module`);
      const ended = first % 3 === 0 ? { status: null, signal: 'SIGKILL' } : { status: 1 };
      throw faultOfGo({ command: 'go mod graph', stderr, ...ended });
    },
  },
  {
    name: 'without-machine',
    share: 4,
    inputs: fc.record({ text: texts, dice }),
    codes: [],
    examine: (input) => {
      const clean = withoutMachine(textOf(input), machine);
      must(!/\/home\/dev(?![\w.-])/.test(clean), 'a folder of this machine is left');
    },
  },
];
