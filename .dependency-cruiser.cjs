/** The walls of the house: docs/architecture.md says who may import whom, and why. */
module.exports = {
  forbidden: [
    {
      name: 'graph-imports-nothing',
      comment:
        'graph/ is the pure core: the same code runs in Node and in the page, so no Node, no DOM, no other room. valibot is there for the snapshot schema.',
      severity: 'error',
      from: { path: '^graph/' },
      to: { pathNot: ['^graph/', '^node_modules/valibot/'] },
    },
    {
      name: 'parsers-import-graph-only',
      comment:
        'A parser turns the text of one go command into records. It neither runs the command nor knows who asks.',
      severity: 'error',
      from: { path: '^parsers/' },
      to: { pathNot: ['^parsers/', '^graph/', '^node_modules/valibot/'] },
    },
    {
      name: 'drawing-imports-graph-only',
      comment: 'One scene for canvas, SVG and every export, in Node and in the page: drawing/ must know neither.',
      severity: 'error',
      from: { path: '^drawing/' },
      to: { pathNot: ['^drawing/', '^graph/', '^node_modules/elkjs/'] },
    },
    {
      name: 'client-imports-graph-and-drawing-only',
      comment:
        'The page talks to the server through its Backend interface alone, so that a page with its data inside works without one.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(server|cli|parsers)/' },
    },
    {
      name: 'server-not-cli-or-client',
      comment: 'The server makes snapshots and says when they change; verbs and pages are above it.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(cli|client)/' },
    },
    {
      name: 'cli-not-client',
      comment: 'The command line serves the built page as files; it never loads page code.',
      severity: 'error',
      from: { path: '^cli/' },
      to: { path: '^client/' },
    },
    {
      name: 'processes-start-in-one-place',
      comment:
        'Every process (go, git, the browser) starts in server/process/: one environment, one timeout, one kill of the group.',
      severity: 'error',
      from: { path: '^(graph|parsers|drawing|server|cli)/', pathNot: '^server/process/' },
      to: { path: ['^node_modules/(execa|open)/', '^(node:)?child_process$'] },
    },
    {
      name: 'one-door-to-programs',
      comment:
        'go and git are run by Go and Git with commands out of their tables, whose arguments were checked; run.ts takes any text.',
      severity: 'error',
      from: { path: '^(graph|parsers|drawing|server|cli|client)/', pathNot: '^server/process/(go|git)\\.ts$' },
      to: { path: '^server/process/run\\.ts$' },
    },
    {
      name: 'http-stays-in-http',
      comment: 'Express and event streams are known to server/http/ alone.',
      severity: 'error',
      from: { path: '^(graph|parsers|drawing|server|cli)/', pathNot: '^server/http/' },
      to: { path: '^node_modules/(express|better-sse)/' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle of files has no first reader.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'sources-not-tests',
      comment: 'What ships must not need what tests it.',
      severity: 'error',
      from: { pathNot: '^(test|bench|scripts)/' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.cjs', '.svelte', '.json'],
      conditionNames: ['import', 'svelte', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
