import pino, { type DestinationStream, type Logger as PinoLogger } from 'pino';

/** Structured log of one process: one JSON object a line on standard output. */
export type Logger = PinoLogger;

/** What every process log line carries, and how much is written. */
export interface LoggerOptions {
  readonly service: string;
  readonly level: string;
  readonly destination?: DestinationStream;
}

const SECRETS = ['authorization', 'cookie', 'token', 'access_token', 'secret', 'client_secret', 'password'];
/** `headers.authorization`, `request.headers.authorization`, …: three objects deep. */
const SECRET_PATHS = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]);
/** What PostgreSQL says beside the message of an error quotes whole rows and values; table, column and constraint are told all the same. */
const QUOTED_ROWS = ['error.detail', 'error.where'];
const LEVELS = new Set([...Object.keys(pino.levels.values), 'silent']);

/**
 * A logger that does not write members named like tokens, secrets or passwords, up to three objects deep, nor the rows that the database
 * quotes in an error. A level that does not exist is taken for info: whoever reads the environment tells the operator.
 */
export function createLogger({ service, level, destination }: LoggerOptions): Logger {
  const options = {
    level: LEVELS.has(level) ? level : 'info',
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: [...SECRET_PATHS, ...QUOTED_ROWS], censor: '(removed)' },
    serializers: { error: pino.stdSerializers.err },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
