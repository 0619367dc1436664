const preset = require('@lientinh/config/jest-preset');

module.exports = {
  ...preset,
  displayName: 'identity',
  // Builds of the workspaces are CommonJS; `dist` inside node_modules (jose) is not and has to be transformed.
  transformIgnorePatterns: preset.transformIgnorePatterns.map((pattern) =>
    pattern === '/dist/' ? '^(?!.*/node_modules/).*/dist/' : pattern,
  ),
};
