module.exports = { ...require('@lientinh/config/jest-preset'), displayName: 'bi' };
