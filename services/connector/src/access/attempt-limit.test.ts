import { AttemptLimit } from './attempt-limit';

const LIMITS = { perAddressAndUser: 3, perAddress: 5, windowMs: 60_000 };

describe('AttemptLimit', () => {
  let now = 0;
  let limit: AttemptLimit;
  beforeEach(() => {
    now = 1_000_000;
    limit = new AttemptLimit(LIMITS, () => now);
  });
  const refuse = (times: number, address: string, user: string): void => {
    for (let time = 0; time < times; time += 1) limit.count(address, user);
  };

  it('bears a number of refused passwords for a user from an address, and says how long to wait after', () => {
    refuse(2, 'a', 'u');
    expect(() => limit.check('a', 'u')).not.toThrow();
    refuse(1, 'a', 'u');
    now += 20_500;
    expect(() => limit.check('a', 'u')).toThrow(
      expect.objectContaining({ code: 'ODATA_TOO_MANY_ATTEMPTS', status: 429, details: { retryAfterSeconds: 40 } }),
    );
  });

  it('leaves the same user alone at other addresses, and other users at this one', () => {
    refuse(3, 'a', 'u');
    expect(() => limit.check('b', 'u')).not.toThrow();
    expect(() => limit.check('a', 'v')).not.toThrow();
  });

  it('bears a number of refused passwords from an address, whoever they are for', () => {
    for (const user of ['1', '2', '3', '4', '5']) refuse(1, 'a', user);
    expect(() => limit.check('a', 'another')).toThrow(expect.objectContaining({ code: 'ODATA_TOO_MANY_ATTEMPTS' }));
    expect(() => limit.check('b', 'another')).not.toThrow();
  });

  it('begins anew when the window ends', () => {
    refuse(3, 'a', 'u');
    now += LIMITS.windowMs;
    expect(() => limit.check('a', 'u')).not.toThrow();
  });

  it('does not mix up address and user where their texts run together', () => {
    refuse(3, 'a', 'b","c');
    expect(() => limit.check('a","b', 'c')).not.toThrow();
  });
});
