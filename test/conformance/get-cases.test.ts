/** Cases of go get made by hand, against the real go. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { compareGoVersions, goOfToolchain } from '../../graph/version/go-version.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { temporaryFolder } from '../support/tree.ts';
import { getCases } from './get-cases.ts';
import { judgeGet, refusalOf } from './get-judge.ts';
import { layProxy, listsOf } from './get-world.ts';
import { Random } from './random.ts';
import { goEnv, realGo } from './real-go.ts';

const isOurGo = compareGoVersions(goOfToolchain(goEnv('GOVERSION')), '1.26') >= 0;

it.skipIf(!isOurGo).each(getCases)('$name', ({ goMod, modules, args, refused, comesTo = '' }) => {
  const folder = temporaryFolder();
  const all = Object.entries(modules).map(([name, mod]) => {
    const [last = '', version = ''] = name.split(' ');
    return { path: `x.test/${last}`, version, mod: `module x.test/${last}\n${mod === '' ? '' : `${mod}\n`}` };
  });
  const proxy = path.join(folder, 'proxy');
  layProxy(proxy, all, 'none', new Random(1));
  const own = path.join(folder, 'main');
  mkdirSync(own);
  const modfile = path.join(own, 'go.mod');
  writeFileSync(modfile, `module x.test/main\n${goMod}\n`);
  const queries = args.split(' ').map((arg) => {
    const [name = '', query = ''] = arg.split('@');
    return { path: `x.test/${name}`, query };
  });
  const one = { kind: 'module', name: args, folder: own, modfile } as const;
  const go = realGo(folder, [proxy]);
  const said = refusalOf(one, queries, listsOf(all), go);
  const verdict = judgeGet(one, queries, listsOf(all), false, go);
  if (refused !== undefined) {
    expect(verdict).toEqual({ kind: 'refused', words: refused !== '' });
    if (refused !== '') expect(said).toEqual([refused]);
    return;
  }
  expect(verdict).toMatchObject({ kind: 'agreed' });
  const { require } = readGoMod(verdict.kind === 'agreed' ? verdict.goMod : '').main;
  const lines = require.map((line) => `${line.path.replace('x.test/', '')} ${line.version}`).sort();
  expect(lines.join(', ')).toBe(comesTo);
});
