/** Types of yaml.mjs. */
export type Yaml = string | null | readonly Yaml[] | { readonly [key: string]: Yaml };
export function readYaml(text: string): Yaml;
