/** A snapshot every text of which tries to command a terminal or what runs a CI job. */

/** OSC, CSI in both forms, BEL, NUL, bidi, no width, a byte order mark, tags; commands at the start of a line, after CR, and inside of one. */
export const evil =
  '::error::x##[error]y##vso[task.setvariable]z\n::set-output name=a::b\r::warning::c\n \t::debug::d\u001b]0;owned\u0007\u009b2J\u0000\u202e\u200b\ufeff\u{e0041}\u2028::e';

/** The same without NUL: a name with one is refused where it is read. */
export const evilName = evil.replaceAll('\u0000', '');

/** The names are those of modules of the graph, so that `why` and `query` find them. */
export const evilPath = `${evilName}/m`;

export function hostileSnapshot(): string {
  const main = {
    path: evilName,
    dir: evilName,
    go: evil,
    toolchain: evil,
    require: [{ path: evilPath, version: 'v1.0.0' }],
    replace: [{ old: { path: evilPath }, new: { path: evilName } }],
    exclude: [{ path: evilName, version: evilName }],
    retract: [{ low: evil, high: evil, rationale: evil }],
    tool: [evil],
    ignore: [evil],
  };
  const modules = [
    { path: evilName, selected: true, requires: [`${evilPath}@v1.0.0`, `${evilPath}@v2.0.0`] },
    { path: evilPath, version: 'v1.0.0', go: evil, requires: [`${evilPath}@v2.0.0`] },
    {
      path: evilPath,
      version: 'v2.0.0',
      selected: true,
      go: evil,
      requires: [`${evilPath}@v1.0.0`],
      replace: { path: evilName, version: evilName },
    },
  ];
  const packages = {
    platform: { goos: evil, goarch: evil, tags: [evil], cgo: true },
    packages: [
      { path: `${evil}/p`, module: evilName, root: true, imports: [`${evilPath}/p`] },
      { path: `${evilPath}/p`, module: `${evilPath}@v2.0.0`, error: evil },
    ],
    elsewhere: [{ module: `${evilPath}@v2.0.0`, imports: evil, package: evil, file: evil, constraint: evil }],
    tidy: [{ main: evilName, path: evilPath, is: evil, becomes: evil }],
  };
  const facts = [{ path: evilPath, version: 'v2.0.0', retracted: [evil], deprecated: evil, update: evil }];
  const vulnerabilities = [
    { id: evil, aliases: [evil], summary: evil, path: evilPath, version: 'v2.0.0', fixed: evil, reach: 'called' },
  ];
  const problems = [{ code: 'load-error', subject: evil, text: evil }];
  return JSON.stringify({ format: 1, mains: [main], modules, problems, packages, facts, vulnerabilities });
}
