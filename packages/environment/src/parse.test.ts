import { EnvironmentError, httpSection, parseEnvironment, postgresSection } from './index';

describe('parseEnvironment', () => {
  it('reads numbers and defaults', () => {
    expect(parseEnvironment({ PORT: '4001' }, httpSection(80))).toEqual({ HOST: '127.0.0.1', PORT: 4001 });
  });

  it('treats empty text as absent', () => {
    expect(parseEnvironment({ PORT: '', HOST: '' }, httpSection(80))).toEqual({ HOST: '127.0.0.1', PORT: 80 });
  });

  it('names every wrong variable at once', () => {
    const read = () =>
      parseEnvironment({ PORT: '99999', DATABASE_URL: 'mysql://x' }, { ...httpSection(80), ...postgresSection });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(/PORT[\s\S]*DATABASE_URL|DATABASE_URL[\s\S]*PORT/);
  });
});
