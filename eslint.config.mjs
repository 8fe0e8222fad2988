// What `npm run check` asks of the JavaScript: eslint's recommended rules, and functions of at most
// sixty lines.

import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['build/', 'dist/', '.deps/', 'node_modules/'] },
  js.configs.recommended,
  {
    rules: {
      // A name that is left out of a destructured object is used by being left out.
      'no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-empty': ['error', { allowEmptyCatch: true }],
      // Prettier breaks what can be broken: what is longer may be a literal, and never a comment.
      'max-len': [
        'error',
        {
          code: 100,
          ignoreUrls: true,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
        },
      ],
    },
  },
  { files: ['web/**/*.js'], languageOptions: { globals: globals.browser } },
  { files: ['web/site/service-worker.js'], languageOptions: { globals: globals.serviceworker } },
  // What runs in Node.js, and what a test hands to a page by page.evaluate().
  {
    files: ['**/*.mjs', 'tests/**/*.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ['web/**', 'src/**'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipComments: false }] },
  },
];
