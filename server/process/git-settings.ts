/**
 * Settings that stand over those of a repository. Its configuration is data of strangers (an archive that was unpacked, a
 * checkout that others can write), and git runs programs that a configuration names. The commands that we run (rev-parse, symbolic-ref,
 * for-each-ref, rev-list, ls-tree, cat-file) start none but in one case: in a partial clone an object that is not there is fetched, by whatever
 * transport the repository names (git-config: remote.*.url, core.sshCommand, remote.*.uploadpack, protocol.*.allow). That is forbidden here;
 * what is lacking is fetched into a repository of ours (server/project/promised.ts), which has no configuration but the user's.
 */

/** Before the verb. Values of the command line go before those of any file. */
export const gitSettings: readonly string[] = [
  '--no-pager',
  '--no-replace-objects',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.alternateRefsCommand=false',
    'core.sshCommand=false',
    'credential.helper=',
    'core.askPass=',
    'gpg.program=false',
    'log.showSignature=false',
    'gc.auto=0',
    'maintenance.auto=false',
    'protocol.allow=never',
    // A folder of the checkout that looks like a bare repository is none (git-config, safe.bareRepository).
    'safe.bareRepository=explicit',
  ].flatMap((setting) => ['-c', setting]),
];

/** For a repository of ours, into which objects are fetched: who may be asked is the user's to say (ssh, credential helpers, proxies, rewritten addresses). */
export const gitFetchSettings: readonly string[] = [
  '--no-pager',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'gc.auto=0',
    'maintenance.auto=false',
    'fetch.recurseSubmodules=false',
    'fetch.fsckObjects=true',
    'transfer.bundleURI=false',
  ].flatMap((setting) => ['-c', setting]),
];

/**
 * What says which repository is meant (git rev-parse --local-env-vars), set by git for its hooks: we start in a folder and
 * mean the repository there. GIT_CONFIG_COUNT and its like stay: they are the user's, and may say safe.directory.
 */
const dropped = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_GRAFT_FILE',
  'GIT_SHALLOW_FILE',
  'GIT_REPLACE_REF_BASE',
  'GIT_PREFIX',
  'GIT_NAMESPACE',
  'GIT_CONFIG',
  'GIT_EXTERNAL_DIFF',
  'GIT_PAGER',
  'GIT_EDITOR',
]);

/**
 * The user's environment with ours over it. System and global configuration stay: they are the user's, and hold safe.directory.
 * `objects`: a folder with objects that count as if the repository had them.
 */
export function gitEnvironment(user: NodeJS.ProcessEnv, objects?: string): Record<string, string> {
  const env = withoutRepository(user);
  return {
    ...env,
    ...(objects === undefined ? {} : { GIT_ALTERNATE_OBJECT_DIRECTORIES: objects }),
    // git 2.45, and 2.39.4 of Debian; for those before, no transport may be used, whatever protocol.*.allow says.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_SSH_COMMAND: 'false',
    GIT_ASKPASS: 'false',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
  };
}

/**
 * The same for a fetch of ours. https, ssh, and file where the user's own url.*.insteadOf leads there; nothing may ask at a
 * terminal. A repository at the other end that is a partial clone itself fetches nothing (CVE-2024-32004).
 */
export function gitFetchEnvironment(user: NodeJS.ProcessEnv): Record<string, string> {
  return {
    ...withoutRepository(user),
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'https:ssh:file',
    GIT_ASKPASS: 'false',
    SSH_ASKPASS_REQUIRE: 'never',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

function withoutRepository(user: NodeJS.ProcessEnv): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(user)) {
    if (value !== undefined && !dropped.has(name.toUpperCase())) env[name] = value;
  }
  return env;
}
