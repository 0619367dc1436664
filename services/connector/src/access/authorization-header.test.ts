import fc from 'fast-check';
import { readAuthorization } from './authorization-header';

const basic = (text: string): string => `Basic ${Buffer.from(text, 'utf8').toString('base64')}`;

describe('readAuthorization', () => {
  it('takes no header for no credentials', () => {
    expect(readAuthorization(undefined)).toEqual({ kind: 'NONE' });
  });

  it('leaves tokens to their verifier', () => {
    expect(readAuthorization('Bearer a.b.c')).toEqual({ kind: 'BEARER', header: 'Bearer a.b.c' });
    expect(readAuthorization('bearer')).toEqual({ kind: 'BEARER', header: 'bearer' });
  });

  it('reads back every user without a colon and every password, in UTF-8', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((value) => !/\p{Cc}|\p{Cs}/u.test(value));
    fc.assert(
      fc.property(
        text.filter((user) => !user.includes(':')),
        text,
        (user, password) => {
          expect(readAuthorization(basic(`${user}:${password}`))).toEqual({ kind: 'BASIC', user, password });
        },
      ),
    );
  });

  it.each([
    ['an empty header', ''],
    ['another scheme', 'Negotiate abc'],
    ['no credentials', 'Basic'],
    ['no colon', basic('user')],
    ['no base64', 'Basic a$b'],
    ['Latin-1 instead of UTF-8', `Basic ${Buffer.from('Liên:x', 'latin1').toString('base64')}`],
    ['a control character', basic('a\u0000:b')],
    ['a line break', basic('a:b\n')],
    ['more than is read', basic(`a:${'b'.repeat(8192)}`)],
  ])('refuses %s with a coded error', (_what, header) => {
    expect(() => readAuthorization(header)).toThrow(
      expect.objectContaining({ code: 'ODATA_CREDENTIALS_MALFORMED', status: 401 }),
    );
  });
});
