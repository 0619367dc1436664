module.exports = { ...require('@lientinh/config/jest-preset'), displayName: 'agency-names' };
