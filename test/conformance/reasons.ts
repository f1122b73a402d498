/** Why go refuses, in few kinds, so that refusals can be counted. */

/** What go says → the kind; the first that fits. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/updates to go\.mod needed/, 'updates to go.mod needed'],
  [/running go \S+; GOTOOLCHAIN/, 'needs a newer go'],
  [/go: errors parsing|parsing go\.(mod|work)|go\.(mod|work):\d+: /, 'the file itself is wrong'],
  [/reading \S+\.mod: (open|no such)|no such file|file does not exist|not found/, 'a go.mod is not there'],
  [/cannot load module .* listed in go\.work/, 'a used folder has no go.mod'],
  [/used for two different module paths/, 'one replacement for two modules'],
  [/module declares its path as|but was required as/, 'a go.mod has another path'],
  [/missing module (line|declaration)/, 'a go.mod without a module line'],
  [/unknown revision|invalid version|malformed|invalid/, 'a version or path is malformed'],
  [/conflicting replacements|is replaced/, 'replacements in conflict'],
  [/appears multiple times/, 'a module used twice'],
  [/no modules were found|no modules/, 'no modules'],
  [/checksum mismatch/, 'checksum mismatch'],
];

/** The kind of a refusal; go's own last words, cut, when it is a new one. */
export function reasonOf(stderr: string): string {
  const known = kinds.find(([form]) => form.test(stderr))?.[1];
  return known ?? (stderr.trim().split('\n').at(-1) ?? '').slice(0, 80);
}
