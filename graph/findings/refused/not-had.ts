/** Versions and hosts that cannot be had. */
import type { Model } from '../../model/model.ts';
import { splitName } from '../../model/name.ts';
import { goModOf } from '../../remedy/places.ts';
import { inWords } from '../../remedy/words.ts';
import { spelledOtherwise } from './case.ts';
import type { Refused } from './collect.ts';
import { nameList } from './name-list.ts';
import { requirersOf } from './requirers.ts';
import { said } from './said.ts';
import { sentence, type Telling, type Told } from './telling.ts';

export const unreachable: Telling = (all, model) => {
  const names = all.map(({ subject }) => subject);
  const [first] = all;
  const other = spelledOtherwise(model, first.subject);
  if (other !== undefined) return otherCase(first, other, model);
  const by = [...new Set(all.flatMap(({ subject, by: told = [] }) => [...told, ...requirersOf(model, subject)]))];
  return {
    evidence: `${nameList(names)} cannot be reached${by.length === 0 ? '' : ` (required by ${nameList(by)})`}: ${sentence(said(first.text))}`,
    remedy: inWords(
      'If it is private, GOPRIVATE has to name it, and git must be able to sign in by itself. If it is public, look at GOPROXY and the network.',
    ),
  };
};

/** The imports say which spelling is meant. */
function otherCase({ subject, text }: Refused, other: string, model: Model): Told {
  const { path, version } = splitName(subject);
  const main = model.snapshot.mains.find(({ require }) => require.some((line) => line.path === path));
  const words = `Require ${other}, as it is spelled elsewhere.`;
  const file = main === undefined ? 'go.mod' : goModOf(main);
  return {
    evidence: `${subject} cannot be had, and ${other} is named elsewhere: the letter case differs, and go takes these for two modules: ${sentence(said(text))}`,
    remedy: inWords(words),
    proposals:
      main === undefined || !main.require.some((line) => line.path === path && line.version === version)
        ? []
        : [
            {
              words: `${words} This does so.`,
              says: other,
              steps: [
                {
                  do: 'edit',
                  edits: [
                    { kind: 'drop', path, file },
                    { kind: 'require', path: other, version, file },
                  ],
                },
              ],
            },
          ],
  };
}

export const missingVersion: Telling = ([first], model) => {
  const other = spelledOtherwise(model, first.subject);
  if (other !== undefined) return otherCase(first, other, model);
  const by = [...new Set([...(first.by ?? []), ...requirersOf(model, first.subject)])];
  // go.dev/ref/mod#goproxy-protocol: the version may be known by its .mod, and its .info or .zip be gone.
  const isPart = /\.(?:info|zip): /.test(first.text);
  return {
    evidence: `${isPart ? 'The proxy lacks a part of' : 'There is no'} ${first.subject}${by.length === 0 ? '' : ` (required by ${nameList(by)})`}: ${sentence(said(first.text))}`,
    remedy: inWords(
      'Require a version that exists. If this one does, GOPROXY does not know it: a private module has to be named in GOPRIVATE.',
    ),
  };
};
