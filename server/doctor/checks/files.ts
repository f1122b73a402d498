/** Whether there is a go.mod, and whether go.mod and go.work can be read. */
import { inWords, onMachine } from '../../../graph/remedy/words.ts';
import { Fault, toFault } from '../../../graph/fault.ts';
import { oddFiles } from '../odd-files.ts';
import type { Ground } from '../ground.ts';
import type { Check, Told } from '../types.ts';
import { unset } from '../user-env.ts';

export const files: Check = {
  codes: ['no-module', 'file-unreadable'],
  run: async (ground) => {
    let fault: Fault;
    try {
      await ground.project();
    } catch (error) {
      fault = toFault(error);
      if (fault.code === 'no-module') return [noModule(ground, fault)];
      return [unreadable(await withPath(ground, fault), workCommand(ground, fault))];
    }
    try {
      const declared = await ground.declarations();
      const project = await ground.project();
      return [
        ...(declared.fault === undefined ? [] : [unreadable(declared.fault)]),
        ...oddFiles(project, (file) => ground.shown(project.root, file)).map(odd),
      ];
    } catch (error) {
      fault = toFault(error);
      if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
      return [unreadable(fault)];
    }
  },
};

function noModule(ground: Ground, fault: Fault): Told {
  return {
    code: 'no-module',
    severity: 'error',
    what: fault.message,
    why: 'modscope shows the module or workspace that a folder stands in.',
    remedy: onMachine(
      'Name another folder, or begin a module here.',
      ground.inFolder(ground.start, 'go', 'mod', 'init', 'example.com/name'),
    ),
  };
}

/** The go.work that is in force may stand in any folder above. */
async function withPath(ground: Ground, fault: Fault): Promise<Fault> {
  const { GOWORK } = await ground.env().catch(() => ({ GOWORK: '' }));
  const { code, message, detail } = fault;
  if (GOWORK === '' || !message.startsWith('go.work:')) return fault;
  return new Fault(
    code,
    message.replace('go.work', () => GOWORK),
    detail === undefined ? {} : { detail },
  );
}

function unreadable({ message, detail = '', hint = '' }: Fault, command?: string): Told {
  // Our own message names the line, and go's words say the same.
  const words = /:\d+: /.test(message) ? '' : detail.trim();
  return {
    code: 'file-unreadable',
    severity: 'error',
    what: words === '' || message.includes(words) ? message : `${message} ${words.replace(/\s*\n\s*/g, ' ')}`,
    why: 'Nothing can be loaded until go can read it.',
    // A hint that names a command was not tried here.
    ...(command !== undefined
      ? { remedy: onMachine('Unset it.', command) }
      : hint === '' || hint.includes('`')
        ? {}
        : { remedy: inWords(hint) }),
  };
}

/** What stands by the name of a go.sum or modules.txt, and is none that go could read. */
function odd(words: string): Told {
  return {
    code: 'file-unreadable',
    severity: 'error',
    what: `${words}.`,
    why: 'go finds nothing of what it should hold, and refuses the module or fails.',
    remedy: inWords('Move it away, or let it be read; go mod tidy writes go.sum, go mod vendor the vendor folder.'),
  };
}

/** GOWORK that names no file is taken back; a go.work that is there has to be edited. */
function workCommand({ machine, options }: Ground, { message }: Fault): string | undefined {
  if (!/which GOWORK or --gowork names|^GOWORK is /.test(message) || options.gowork !== 'auto') return undefined;
  return unset('GOWORK', machine.platform);
}
