/** `go mod why -m`: for each module, a chain of packages by which the main module comes to it. */

/** Module path → import paths, from a package of a main module to one of the module; none where go knows no use. */
export type WhyChains = ReadonlyMap<string, readonly string[]>;

/** Reads stanzas of `# module` and import paths (cmd/go/internal/modcmd/why.go). A line in brackets says that there is no chain. */
export function parseModWhy(text: string): WhyChains {
  const chains = new Map<string, readonly string[]>();
  for (const stanza of text.split(/^# /m).slice(1)) {
    const [module = '', ...lines] = stanza.split('\n').map((line) => line.trim());
    const packages = lines.filter((line) => line !== '');
    if (module !== '' && packages.length > 0 && !packages.some((line) => line.startsWith('(')))
      chains.set(module, packages);
  }
  return chains;
}
