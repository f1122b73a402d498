/** What a picture of versions says, computed from the requests. */
import { versionLabel } from '../face/label.ts';
import { counted } from '../sheet/words.ts';
import { withThousands } from '../../graph/thousands.ts';
import type { Requests } from './requests.ts';

export interface VersionsWords {
  /** Before the path, and after it: `78 versions of`, `are requested. One is built.` */
  readonly before: string;
  readonly after: string;
  /** `150 of 210 requests come from versions that are superseded themselves.` and what holds the selected version. */
  readonly detail: string;
}

export function versionsWords(requests: Requests): VersionsWords {
  const { versions } = requests;
  const before = versions === 0 ? 'No version of' : `${counted(versions, 'version')} of`;
  const verb = versions === 1 ? 'is' : versions === 0 ? 'is' : 'are';
  return {
    before,
    after: `${verb} requested. ${builtWords(requests)}`,
    detail: [share(requests), holders(requests)].filter((part) => part !== '').join(' '),
  };
}

function builtWords({ isMain, selected, versions, columns }: Requests): string {
  if (isMain) return 'The main module itself is built.';
  if (selected === '') return 'None is built.';
  if ((columns.at(-1)?.requirers.length ?? 0) === 0 && columns.at(-1)?.version === selected)
    return `${versionLabel(selected)} is built.`;
  return versions === 1 ? 'It is built.' : 'One is built.';
}

function share({ requests, superseded }: Requests): string {
  if (requests === 0) return '';
  if (superseded === 0)
    return `${requests === 1 ? 'The request comes' : `${requests === 2 ? 'Both' : `All ${withThousands(requests)}`} requests come`} from the build list.`;
  const [part, verb, versions] =
    superseded === 1 ? ['1', 'comes', 'a version that is'] : [withThousands(superseded), 'come', 'versions that are'];
  const themselves = superseded === 1 ? 'itself' : 'themselves';
  return `${part} of ${counted(requests, 'request')} ${verb} from ${versions} superseded ${themselves}.`;
}

function holders({ selected, columns }: Requests): string {
  const place = columns.findIndex(({ version }) => version === selected);
  const held = columns[place]?.requirers.length ?? 0;
  if (held === 0) return '';
  const next = columns[place - 1];
  const below = next === undefined ? '' : ` The next lower requested version is ${versionLabel(next.version)}.`;
  return `${counted(held, 'module')} ${held === 1 ? 'requires' : 'require'} ${versionLabel(selected)}, the selected version.${below}`;
}
