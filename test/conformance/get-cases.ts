/** Cases of go get made by hand: what go's own scripts mod_get_*, mod_upgrade* and mod_retract* are about, in small worlds. */

export interface GetCase {
  readonly name: string;
  /** Lines of go.mod after its module line. */
  readonly goMod: string;
  /** `NAME VERSION` → lines of its go.mod after the module line. */
  readonly modules: Readonly<Record<string, string>>;
  /** `NAME@QUERY`, as many as one command has. */
  readonly args: string;
  /** In whole words, where both refuse. */
  readonly refused?: string;
  /** Require lines that come of it, for a reader, and so that the case cannot pass for nothing. */
  readonly comesTo?: string;
}

/** A chain in which the higher version of each requires the higher one of the next. */
const chain = {
  'a v1.0.0': 'go 1.17\nrequire x.test/b v1.0.0',
  'a v1.1.0': 'go 1.17\nrequire x.test/b v1.1.0',
  'b v1.0.0': 'go 1.17\nrequire x.test/c v1.0.0',
  'b v1.1.0': 'go 1.17\nrequire x.test/c v1.1.0',
  'c v1.0.0': 'go 1.17',
  'c v1.1.0': 'go 1.17',
};
const tags = {
  'a v1.0.0': '',
  'a v1.1.0': '',
  'a v1.1.1': '',
  'a v1.2.0-rc.1': '',
  'a v1.2.0': '',
  'a v1.3.0-rc.1': '',
};

export const getCases: readonly GetCase[] = [
  {
    name: 'what requires more is stepped down, through two others',
    goMod: 'go 1.21\nrequire x.test/a v1.1.0\nrequire x.test/b v1.1.0 // indirect\nrequire x.test/c v1.1.0 // indirect',
    modules: chain,
    args: 'c@v1.0.0',
    comesTo: 'a v1.0.0, b v1.0.0, c v1.0.0',
  },
  {
    name: 'what requires a module that is to go, goes',
    goMod: 'go 1.21\nrequire x.test/a v1.1.0\nrequire x.test/b v1.1.0 // indirect\nrequire x.test/c v1.1.0 // indirect',
    modules: chain,
    args: 'c@none',
    comesTo: '',
  },
  {
    name: 'the same where nothing is pruned',
    goMod: 'go 1.16\nrequire x.test/a v1.1.0',
    modules: Object.fromEntries(Object.entries(chain).map(([name, mod]) => [name, mod.replace('1.17', '1.16')])),
    args: 'c@v1.0.0',
    comesTo: 'a v1.0.0, c v1.0.0',
  },
  {
    name: 'two that cannot be together',
    goMod: 'go 1.21\nrequire x.test/a v1.0.0\nrequire x.test/b v1.0.0 // indirect',
    modules: chain,
    args: 'a@v1.1.0 c@v1.0.0',
    refused: 'x.test/a@v1.1.0 indirectly requires x.test/c@v1.1.0, not x.test/c@v1.0.0',
  },
  { name: 'latest is the highest release', goMod: 'go 1.21', modules: tags, args: 'a@latest', comesTo: 'a v1.2.0' },
  {
    name: 'upgrade does not go down from a pre-release',
    goMod: 'go 1.21\nrequire x.test/a v1.3.0-rc.1',
    modules: tags,
    args: 'a@upgrade',
    comesTo: 'a v1.3.0-rc.1',
  },
  {
    name: 'patch stays within its minor version',
    goMod: 'go 1.21\nrequire x.test/a v1.1.0',
    modules: tags,
    args: 'a@patch',
    comesTo: 'a v1.1.1',
  },
  {
    name: 'patch of what is not there',
    goMod: 'go 1.21',
    modules: tags,
    args: 'a@patch',
    refused: `can't query version "patch" of module x.test/a: no existing version is required`,
  },
  { name: 'v1 and v1.1', goMod: 'go 1.21', modules: tags, args: 'a@v1.1', comesTo: 'a v1.1.1' },
  { name: 'below', goMod: 'go 1.21', modules: tags, args: 'a@<v1.2.0', comesTo: 'a v1.1.1' },
  { name: 'above takes the lowest', goMod: 'go 1.21', modules: tags, args: 'a@>v1.1.0', comesTo: 'a v1.1.1' },
  {
    name: 'a range that is short',
    goMod: 'go 1.21',
    modules: tags,
    args: 'a@<=v1.1',
    refused: 'x.test/a@<=v1.1: ambiguous semantic version "v1.1" in range "<=v1.1"',
  },
  {
    name: 'what its latest version retracts is passed over, itself too',
    goMod: 'go 1.21\nrequire x.test/a v1.0.0',
    modules: { 'a v1.0.0': '', 'a v1.1.0': '', 'a v1.2.0': 'retract [v1.1.0, v1.2.0]' },
    args: 'a@latest',
    comesTo: 'a v1.0.0',
  },
  {
    name: 'a retracted version is taken where it is named',
    goMod: 'go 1.21',
    modules: { 'a v1.0.0': '', 'a v1.1.0': 'retract v1.0.0' },
    args: 'a@v1.0.0',
    comesTo: 'a v1.0.0',
  },
  {
    name: 'no step down to a retracted version',
    goMod: 'go 1.21\nrequire x.test/a v1.2.0\nrequire x.test/b v1.1.0 // indirect',
    modules: {
      'a v1.0.0': '',
      'a v1.1.0': '',
      'a v1.2.0': 'go 1.17\nrequire x.test/b v1.1.0',
      'a v1.3.0': 'retract v1.1.0',
      'b v1.0.0': '',
      'b v1.1.0': '',
    },
    args: 'b@v1.0.0',
    comesTo: 'a v1.0.0, b v1.0.0',
  },
  {
    name: 'an excluded version',
    goMod: 'go 1.21\nexclude x.test/a v1.1.0',
    modules: tags,
    args: 'a@v1.1.0',
    refused: 'x.test/a@v1.1.0: excluded by go.mod',
  },
  {
    name: 'an excluded version is passed over',
    goMod: 'go 1.21\nexclude x.test/a v1.2.0',
    modules: tags,
    args: 'a@latest',
    comesTo: 'a v1.1.1',
  },
  {
    name: 'v2 without a go.mod only where v1 has none',
    goMod: 'go 1.21',
    modules: { 'a v1.0.0': 'go 1.17', 'a v2.0.0+incompatible': '' },
    args: 'a@latest',
    comesTo: 'a v1.0.0',
  },
  {
    name: 'v2 without a go.mod',
    goMod: 'go 1.21',
    modules: { 'a v1.0.0': '', 'a v2.0.0+incompatible': '' },
    args: 'a@latest',
    comesTo: 'a v2.0.0+incompatible',
  },
  {
    name: 'the go line rises, and with it what is pruned',
    goMod: 'go 1.16\nrequire x.test/a v1.0.0',
    modules: { 'a v1.0.0': 'require x.test/b v1.0.0', 'b v1.0.0': '', 'c v1.0.0': 'go 1.22.1' },
    args: 'c@v1.0.0',
    comesTo: 'a v1.0.0, b v1.0.0, c v1.0.0',
  },
  {
    name: 'a go line that no go has',
    goMod: 'go 1.21',
    modules: { 'a v1.0.0': 'go 1.999' },
    args: 'a@v1.0.0',
    refused: '',
  },
  {
    name: 'a replacement counts, not what it stands for',
    goMod: 'go 1.21\nrequire x.test/a v1.0.0\nreplace x.test/a v1.1.0 => x.test/b v1.0.0',
    modules: { 'a v1.0.0': '', 'a v1.1.0': 'go 1.17\nrequire x.test/c v1.1.0', 'b v1.0.0': 'go 1.17', 'c v1.1.0': '' },
    args: 'a@v1.1.0',
    comesTo: 'a v1.1.0',
  },
  {
    name: 'a step down that brings back less than there was',
    goMod: 'go 1.16\nrequire x.test/a v1.1.0\nrequire x.test/d v1.0.0',
    modules: {
      'a v1.0.0': '',
      'a v1.1.0': 'require x.test/b v1.1.0',
      'b v1.0.0': '',
      'b v1.1.0': 'require x.test/c v1.1.0',
      'c v1.0.0': '',
      'c v1.1.0': '',
      'd v1.0.0': 'require x.test/c v1.0.0',
    },
    args: 'b@v1.0.0',
    comesTo: 'a v1.0.0, b v1.0.0, c v1.1.0, d v1.0.0',
  },
];
