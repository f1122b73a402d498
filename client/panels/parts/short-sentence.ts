/** Sentences of findings with short versions. */
import { versionLabel } from '../../../drawing/face/label.ts';

/** golang.org/x/mod/module, PseudoVersion: a time and the start of a hash at the end. */
const pseudo = /\bv\d+\.\d+\.\d+-(?:[\dA-Za-z.-]+\.)?\d{14}-[\da-f]{12}(?:\+incompatible)?/g;

/** `v0.0.0-20190603091049-60506f45cf65` as `~2019-06-03`; all else as it is. */
export function shortSentence(text: string): string {
  return text.replace(pseudo, (version) => versionLabel(version));
}
