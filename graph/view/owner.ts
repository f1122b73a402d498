/** Owners and hosts of module paths: who answers for a module, by its path alone. */

/** Hosts that serve many owners: the first path element belongs to the owner (contracts: owner). The one list of them. */
const sharedHosts: ReadonlySet<string> = new Set([
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeberg.org',
  'gitea.com',
  'gitee.com',
  'git.sr.ht',
  'golang.org',
  'sigs.k8s.io',
  'cloud.google.com',
]);

/** The first element of a module path: `github.com`; the whole path where it has but one. */
export function hostOf(path: string): string {
  const slash = path.indexOf('/');
  return slash === -1 ? path : path.slice(0, slash);
}

/**
 * `github.com/spf13` of github.com/spf13/cobra: the host and first element on hosts that many share, otherwise the
 * host. gopkg.in/USER/pkg.vN belongs to gopkg.in/USER, gopkg.in/pkg.vN to gopkg.in (gopkg.in, URL forms).
 */
export function ownerOf(path: string): string {
  const [host = '', first, second] = path.split('/', 3);
  if (first === undefined) return host;
  if (host === 'gopkg.in') return second === undefined ? host : `${host}/${first}`;
  return sharedHosts.has(host) ? `${host}/${first}` : host;
}
