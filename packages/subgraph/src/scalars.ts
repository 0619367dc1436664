import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isIsoDate } from '@lientinh/contracts';

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

function parseDate(value: unknown): string {
  if (typeof value === 'string' && isIsoDate(value)) return value;
  throw badInput(`Date must be an existing day as YYYY-MM-DD (ISO 8601), not ${JSON.stringify(value)}`);
}

/** A calendar day, `YYYY-MM-DD`. */
export const CalendarDate = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day as YYYY-MM-DD (ISO 8601), without time or zone. | Ngày dương lịch.',
  serialize: (value) => parseDate(value),
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
});

/** Years 0001 to 9999 and zones up to 14 hours from UTC, all that there are: the database takes each of them. */
const INSTANT = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

function parseInstant(value: unknown): string {
  if (typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw badInput(
    `DateTime must be an instant with zone (ISO 8601, for example 2019-06-30T08:00:00+07:00), not ${JSON.stringify(value)}`,
  );
}

/** An instant with its zone; kept as text so that microseconds survive. */
export const Instant = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'An instant with zone (ISO 8601), for example 2019-06-30T08:00:00+07:00. | Thời điểm.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : parseInstant(value)),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
});
