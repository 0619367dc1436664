const importX = require('eslint-plugin-import-x');
const { createTypeScriptImportResolver } = require('eslint-import-resolver-typescript');
const tseslint = require('typescript-eslint');

/** Packages from the ground up: each may import those before it (docs/architecture.md). Services import no service. */
const LAYERS = [
  'contracts',
  'agency-names',
  'errors',
  'environment',
  'logger',
  'process',
  'plan-reader',
  'datasets',
  'postgres',
  'identity',
  'subgraph',
  'publishing',
  'bi',
  'client',
  'platform',
  'cli',
];
/** Only tests may import these. */
const FOR_TESTS = ['@lientinh/testkit', '@lientinh/identity/testing'];
const SERVICES = ['agencies', 'indicators', 'plans', 'procedures', 'publications', 'connector', 'console'];
const named = (name) => [`@lientinh/${name}`, `@lientinh/${name}/*`];
const forbid = (names, message) => ({ group: names.flatMap(named), message });

const arrows = LAYERS.map((layer, place) => ({
  files: [`packages/${layer}/src/**/*.ts`],
  ignores: ['**/*.test.ts', '**/testing.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          forbid(
            [...LAYERS.slice(place + 1), ...SERVICES, 'gateway'],
            'arrows point to the ground: see docs/architecture.md',
          ),
          { group: FOR_TESTS, message: 'for tests only' },
        ],
      },
    ],
  },
}));

/** Folders of the connector, from the ground up; those of one row know nothing of each other. */
const CONNECTOR_LAYERS = [['query', 'model', 'source'], ['plan'], ['respond'], ['http'], ['access', 'delivery']];
const inFolder = (folder) => ['..', '../..', '../../..'].flatMap((up) => [`${up}/${folder}`, `${up}/${folder}/*`]);
const connectorArrows = CONNECTOR_LAYERS.flatMap((row, place) =>
  row.map((folder) => ({
    files: [`services/connector/src/${folder}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [...row.filter((other) => other !== folder), ...CONNECTOR_LAYERS.slice(place + 1).flat()].flatMap(
                inFolder,
              ),
              message: 'arrows point to the ground: query, model, source ← plan ← respond ← http ← access, delivery',
            },
            forbid([...SERVICES, 'gateway', 'platform', 'cli'], 'services know each other by entity keys only'),
            { group: FOR_TESTS, message: 'for tests only' },
          ],
        },
      ],
    },
  })),
);

module.exports = tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.data/**', 'packages/client/src/generated/**'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ noWarnOnMultipleProjects: true })] },
    rules: {
      eqeqeq: 'error',
      // Classes with type-graphql decorators declare shapes; plain objects of that shape are what resolvers give.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'import-x/no-cycle': ['error', { maxDepth: 8 }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'environment.ts and main.ts alone read the environment',
        },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  ...arrows,
  {
    files: ['services/*/src/**/*.ts', 'gateway/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            forbid([...SERVICES, 'gateway', 'platform', 'cli'], 'services know each other by entity keys only'),
            { group: FOR_TESTS, message: 'for tests only' },
          ],
        },
      ],
    },
  },
  ...connectorArrows,
  {
    // Types and resolvers are imported for their decorators' metadata; their classes declare fields that GraphQL fills.
    files: ['**/*.types.ts', '**/*.resolver.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['**/environment.ts', '**/main.ts', '**/*.test.ts', '**/tests/**/*.ts', 'packages/testkit/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/tests/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      // jest's matchers are typed `any`; flags that change while a test waits look constant to the checker.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
);
