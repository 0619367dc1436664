import pino, { type DestinationStream, type Logger as PinoLogger } from 'pino';

/** Structured log of one process: one JSON object a line on standard output. */
export type Logger = PinoLogger;

/** What every process log line carries, and how much is written. */
export interface LoggerOptions {
  readonly service: string;
  readonly level: string;
  readonly destination?: DestinationStream;
}

const SECRETS = [
  'authorization',
  '*.authorization',
  'headers.authorization',
  'token',
  '*.token',
  'secret',
  '*.secret',
  'password',
  '*.password',
];

/** A logger that never writes tokens, secrets or passwords, whatever object it is given. */
export function createLogger({ service, level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRETS, censor: '(removed)' },
    serializers: { error: pino.stdSerializers.err },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
