/** The jest settings every workspace shares: swc compiles TypeScript (decorators as the build does), `dist` is never a test. */
module.exports = {
  testEnvironment: 'node',
  setupFilesAfterEnv: [require.resolve('./jest-timeout')],
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/tests/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '\\.[jt]s$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Packages that ship ES modules only; everything else in node_modules is CommonJS already.
  transformIgnorePatterns: ['/node_modules/(?!(jose|content-disposition)/)', '^(?!.*/node_modules/).*/dist/'],
};
