import { CodedError, defineError, listErrorDefinitions, renderErrorReference } from './index';

describe('defineError', () => {
  const tooHigh = defineError<{ value: number; maximum: number }>({
    code: 'EXAMPLE_TOO_HIGH',
    status: 422,
    meaning: 'An example.',
    message: ({ value, maximum }) => ({ vi: `${value} lớn hơn ${maximum}`, en: `${value} is more than ${maximum}` }),
  });

  it('makes an error with code, status, details and both languages', () => {
    const error = tooHigh({ value: 11, maximum: 10 });
    expect(error).toBeInstanceOf(CodedError);
    expect(error).toMatchObject({ code: 'EXAMPLE_TOO_HIGH', status: 422, details: { value: 11, maximum: 10 } });
    expect(error.messageIn('VI')).toBe('11 lớn hơn 10');
    expect(error.messageIn('EN')).toBe('11 is more than 10');
  });

  it('refuses to define a code twice', () => {
    expect(() => defineError({ ...tooHigh.definition })).toThrow(/twice/);
  });

  it('lists every definition in the reference, sorted', () => {
    const codes = listErrorDefinitions().map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(renderErrorReference()).toContain('| `EXAMPLE_TOO_HIGH` | 422 | An example. |');
  });
});
