const { readdirSync, existsSync } = require('node:fs');
const { join } = require('node:path');

/** Every workspace that has tests is a jest project. */
const workspaces = [
  ...['packages', 'services'].flatMap((folder) =>
    readdirSync(join(__dirname, folder)).map((name) => `${folder}/${name}`),
  ),
  'gateway',
];

module.exports = {
  projects: workspaces
    .filter((folder) => existsSync(join(__dirname, folder, 'jest.config.js')))
    .map((folder) => `<rootDir>/${folder}`),
  globalSetup: '<rootDir>/packages/testkit/dist/src/global-setup.js',
  globalTeardown: '<rootDir>/packages/testkit/dist/src/global-teardown.js',
};
