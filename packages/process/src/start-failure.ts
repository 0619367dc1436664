import { EnvironmentError } from '@lientinh/environment';
import { CodedError } from '@lientinh/errors';

/** One clear line (several for a wrong environment) for a failure to start that the operator can mend; null for a fault of ours. */
export function describeStartFailure(error: unknown): string | null {
  if (error instanceof EnvironmentError || error instanceof CodedError) return error.message;
  const { code, port, address, path } = error as { code?: string; port?: number; address?: string; path?: string };
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port ?? '?'} on ${address ?? 'this machine'} is taken by another program; stop it or set another port`;
    case 'EACCES':
      return `no permission to use ${path ?? `port ${port ?? '?'}`}`;
    case 'ENOENT':
      return `there is no ${path ?? 'such file'}`;
    case 'ENOTDIR':
      return `${path ?? 'a part of the path'} is no folder`;
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return null;
  }
}
