/** Folders of the project that are links: `./...` does not enter them. */
import { readdir, realpath, stat } from 'node:fs/promises';
import type { Check } from '../types.ts';

/** Links that are followed one step, and that a sentence names. */
const mostFollowed = 200;
const mostNamed = 5;

export const linkedFolders: Check = {
  codes: ['linked-folder'],
  run: async (ground) => {
    const { project } = await ground.declared();
    const { links } = await ground.walked();
    const withGo: string[] = [];
    for (const link of links.slice(0, mostFollowed)) {
      if (await holdsGo(link)) withGo.push(link);
    }
    if (withGo.length === 0) return [];
    const names = await Promise.all(
      withGo
        .slice(0, mostNamed)
        .map(async (link) => `${ground.shown(project.root, link)} (to ${await realpath(link).catch(() => '?')})`),
    );
    const more = withGo.length > mostNamed ? ` and ${String(withGo.length - mostNamed)} more` : '';
    return [
      {
        code: 'linked-folder',
        severity: 'info',
        what: `${withGo.length === 1 ? 'A folder of the module is a link' : `${String(withGo.length)} folders of the module are links`}: ${names.join(', ')}${more}.`,
        why: '`./...` does not follow links: packages in there are not built, tested or tidied with the others, and what only they import counts as not imported.',
      },
    ];
  },
};

async function holdsGo(link: string): Promise<boolean> {
  try {
    if (!(await stat(link)).isDirectory()) return false;
    return (await readdir(link)).some((name) => name === 'go.mod' || name.endsWith('.go'));
  } catch {
    return false;
  }
}
