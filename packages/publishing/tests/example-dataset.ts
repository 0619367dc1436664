import { defineError } from '@lientinh/errors';

export * from '../src';

/** The problem that the tests' own data set reports. */
export const invalidRowExample = defineError<{ value: number }>({
  code: 'EXAMPLE_INVALID',
  status: 422,
  meaning: 'A value of the example data set is negative.',
  message: ({ value }) => ({ vi: `${value} là số âm`, en: `${value} is negative` }),
});
