module.exports = { ...require('@lientinh/config/jest-preset'), displayName: 'identity' };
