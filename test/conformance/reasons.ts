/** Why go refuses, in few kinds, so that refusals can be counted. */

/** What go says → the kind; the first that fits. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/running go \S+; GOTOOLCHAIN/, 'needs a newer go'],
  [/but go\.work (lists|implicitly requires) go/, 'go.work has an older go line than a member'],
  [/appears multiple times/, 'a folder or module twice in go.work'],
  [/conflicting replacements|is replaced at all versions/, 'replacements in conflict'],
  [/module declares its path as|but was required as/, 'a go.mod of another module'],
  [/checksum mismatch|malformed go\.sum/, 'go.sum does not fit'],
  [/missing module (line|declaration)/, 'a go.mod without a module line'],
  [/cannot load module .* listed in go\.work/, 'a folder of go.work has no go.mod'],
  [/errors parsing|error loading go\.(mod|work)|parsing \S*go\.(mod|work)/, 'the file itself is wrong'],
  [/\(replaced by [./].*reading/s, 'a replacing folder is not there'],
  [/reading file:.*\.mod: no such file/s, 'a required module is not on the proxy'],
  [/malformed module path|invalid module path|invalid import path/, 'a malformed module path'],
  [/unknown revision|invalid version|malformed|invalid/, 'a malformed version'],
  [/no modules were found|no modules/, 'no modules'],
  [/updates to go\.mod needed/, 'updates to go.mod needed'],
];

/** The kind of a refusal; go's own last words, cut, when it is a new one. */
export function reasonOf(stderr: string): string {
  if (stderr.trim() === '') return 'go was stopped, or says nothing';
  const known = kinds.find(([form]) => form.test(stderr))?.[1];
  return known ?? (stderr.trim().split('\n').at(-1) ?? '').slice(0, 80);
}
