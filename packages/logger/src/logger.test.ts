import { createLogger } from './index';

function written(level: string, what: object): string {
  let text = '';
  const logger = createLogger({ service: 'test', level, destination: { write: (line) => (text += line) } });
  logger.info(what, 'told');
  return text;
}

it('leaves out tokens, secrets and passwords wherever they stand in what is logged', () => {
  const secret = 'do-not-write-me';
  const text = written('info', {
    password: secret,
    client: { client_secret: secret, token: secret },
    request: { headers: { authorization: secret, cookie: secret }, method: 'POST' },
    answer: { body: { credentials: { access_token: secret } } },
  });
  expect(text).not.toContain(secret);
  expect(JSON.parse(text)).toMatchObject({ service: 'test', msg: 'told', request: { method: 'POST' } });
});

it.each(['loud', ''])('logs at info when the level %j does not exist', (level) => {
  expect(written(level, {})).toContain('"level":"info"');
});

it('leaves out the rows that PostgreSQL quotes beside an error, and says where it happened', () => {
  const quoted = { detail: 'Failing row contains (81.37).', where: 'COPY score, line 2, column value: "81.37"' };
  const error = Object.assign(new Error('violates a constraint'), { code: '23514', table: 'score', ...quoted });
  const text = written('info', { error });
  expect(text).not.toContain('81.37');
  expect(JSON.parse(text)).toMatchObject({
    error: { message: 'violates a constraint', code: '23514', table: 'score' },
  });
  expect(error).toMatchObject(quoted);
});
