import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  // The fixtures are mistakes on purpose, which the compiler has to find by itself.
  {
    ignores: [
      'test/server/process/fixtures',
      'dist',
      '.dist-*',
      'coverage',
      'reports',
      '.stryker-tmp',
      'test-results',
      'samples',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // typescript-eslint's own advice: the compiler already reports undefined names, and knows the DOM and Node.
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      // Snippet parameters of generic components are `any` to eslint, though not to svelte-check.
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      // The address of a view is built by our own code; there is no router.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // dependency-cruiser does not see `import type` in .svelte files; this holds the same wall there.
    files: ['client/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/server/**', '**/cli/**', '**/parsers/**', 'node:*'],
              message: 'The page may import graph/ and drawing/ only.',
            },
          ],
        },
      ],
    },
  },
  {
    // The doors of what is written: graph/json-text.ts for JSON, cli/outputs.ts for the streams.
    files: ['cli/**', 'server/http/**', 'drawing/formats/**', 'graph/snapshot/write.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='JSON'][callee.property.name='stringify']",
          message: 'json() of graph/json-text.ts escapes what no editor shows.',
        },
        {
          selector: "CallExpression[callee.object.name='response'][callee.property.name='json']",
          message: 'answerJson() of server/http/answer-json.ts escapes what no editor shows.',
        },
        {
          selector: "MemberExpression[object.name='process'][property.name=/^std(out|err)$/]",
          message: 'What is said goes through Io, whose types keep raw text out (cli/io.ts).',
        },
      ],
      'no-console': 'error',
    },
  },
  { files: ['cli/process-io.ts', 'cli/main.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    // A test that indexes what is not there fails, as it should.
    files: ['test/**', 'bench/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // mermaid tells what it read through this alone; `parse` says only whether it could.
    files: ['test/drawing/formats/mermaid.test.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  { files: ['**/*.{js,cjs,mjs}'], ...ts.configs.disableTypeChecked },
);
