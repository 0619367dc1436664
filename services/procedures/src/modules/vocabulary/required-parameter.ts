import { invalidRequest } from '@lientinh/errors';

/** A query parameter of a bulk address; throws INVALID_REQUEST when it is missing. */
export function requiredParameter(parameters: Readonly<Record<string, string>>, name: string): string {
  const value = parameters[name];
  if (value !== undefined && value !== '') return value;
  throw invalidRequest({
    reason: { vi: `thiếu tham số ${name} trên địa chỉ`, en: `the address lacks the parameter ${name}` },
  });
}
