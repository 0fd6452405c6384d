import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist', '**/tmp', '**/.nx', '**/.data', '**/node_modules', 'apps/web/src/gql'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          // The generated documents name types as import('@baton/domain').X, which this rule takes for lazy loading.
          checkDynamicDependenciesExceptions: ['@baton/.*'],
          allow: [],
          depConstraints: [
            {
              sourceTag: 'scope:domain',
              onlyDependOnLibsWithTags: ['scope:none'],
              bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'react', 'react-dom', '@apollo/*', 'node:*'],
            },
            {
              sourceTag: 'scope:importers',
              onlyDependOnLibsWithTags: ['scope:domain'],
              bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'react', '@apollo/*'],
            },
            { sourceTag: 'scope:schema', onlyDependOnLibsWithTags: ['scope:none'] },
            {
              sourceTag: 'scope:api',
              onlyDependOnLibsWithTags: ['type:lib'],
              bannedExternalImports: ['react', 'react-dom', '@apollo/client', '@mantine/*'],
            },
            {
              sourceTag: 'scope:web',
              onlyDependOnLibsWithTags: ['type:lib'],
              bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', '@apollo/server'],
            },
            { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['type:lib'] },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{cjs,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __filename: 'readonly',
        globalThis: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        requestAnimationFrame: 'readonly',
        crypto: 'readonly',
        WebSocket: 'readonly',
        __dirname: 'readonly',
        clearTimeout: 'readonly',
        jest: 'readonly',
        describe: 'readonly',
        it: 'readonly',
        expect: 'readonly',
        beforeAll: 'readonly',
        afterAll: 'readonly',
        window: 'readonly',
        document: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  { files: ['**/vite.config.ts'], ...tseslint.configs.disableTypeChecked },
  { files: ['apps/web/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: ['**/*.config.{mjs,ts}', 'jest.base.mjs', 'tools/**', 'apps/*/test/**', 'apps/e2e/world.ts'],
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
  prettier,
);
