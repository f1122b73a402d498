/** GOPROXY, GOSUMDB, GOPRIVATE, GONOPROXY and GONOSUMDB that cannot work together. */
import type { Remedy } from '../../../graph/remedy/types.ts';
import { inWords, onMachine } from '../../../graph/remedy/words.ts';
import { joinName } from '../../../graph/model/name.ts';
import { settingsOf, sumsOf } from '../../project/settings.ts';
import type { Ground } from '../ground.ts';
import type { Check } from '../types.ts';
import { set, unset, type UserEnv } from '../user-env.ts';

export const proxySettings: Check = {
  codes: ['proxy-settings'],
  run: async (ground) => {
    const env = await ground.settings();
    const missing = env.GOPROXY.startsWith('off') ? await missingSums(ground) : [];
    return settingsOf(env, missing).map(({ subject, text }) => ({
      code: 'proxy-settings',
      severity: 'warn',
      what: text,
      why: 'go fetches modules from GOPROXY and checks them with GOSUMDB; what is private goes past both (https://go.dev/ref/mod#private-modules).',
      remedy: mending(subject, env, missing.length > 0, ground.machine.platform),
    }));
  },
};

function mending(subject: string, env: UserEnv, lacking: boolean, platform: NodeJS.Platform): Remedy {
  if (subject === 'GOPROXY') {
    const back = onMachine('Unset it: then go asks its default proxies.', unset('GOPROXY', platform));
    if (lacking) return back;
    const [asked = ''] = /^.*?(?:direct|off)(?=[,|]|$)/.exec(env.GOPROXY) ?? [];
    // An address may hold a password.
    if (asked === '' || /[@']/.test(asked)) return back;
    return onMachine('What go never asks can go.', set('GOPROXY', `'${asked}'`, platform));
  }
  const exempt = `${env.GONOSUMDB},${env.GONOPROXY}`.split(',').filter((one) => one !== '' && one !== 'none');
  const patterns = [...new Set(exempt)].join(',');
  if (patterns === '' || patterns.includes("'")) return inWords('Name what is private in GOPRIVATE.');
  return onMachine(
    'Keep private modules away from the checksum database.',
    set('GONOSUMDB', `'${patterns}'`, platform),
  );
}

/** `path@version` that the go.mod files require and go.sum does not know; empty where there is none to read. */
async function missingSums(ground: Ground): Promise<string[]> {
  const { project, declared } = await ground.declared().catch(() => ({ project: undefined, declared: undefined }));
  if (project === undefined) return [];
  const { work, mains } = declared;
  const replaced = new Set(
    [...(work?.replace ?? []), ...mains.flatMap((main) => main.replace)].map(({ old }) => old.path),
  );
  const known = sumsOf(project);
  return mains
    .flatMap((main) => main.require)
    .filter(({ path, version }) => !replaced.has(path) && !known.has(`${path} ${version}/go.mod`))
    .map(({ path, version }) => joinName(path, version));
}
