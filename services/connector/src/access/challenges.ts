/**
 * Values of WWW-Authenticate for every 401. Header fields are bytes: the realm's UTF-8 is handed over byte by byte, which is how Node.js
 * sends it (RFC 9110, section 5.5, obs-text). `charset` asks clients for user and password in UTF-8 (RFC 7617, section 2.1).
 */
export const AUTHENTICATION_CHALLENGES: readonly string[] = [
  Buffer.from('Basic realm="Liên Tỉnh", charset="UTF-8"', 'utf8').toString('latin1'),
  'Bearer',
];
