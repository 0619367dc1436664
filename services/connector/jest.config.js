module.exports = { ...require('@lientinh/config/jest-preset'), displayName: 'connector' };
