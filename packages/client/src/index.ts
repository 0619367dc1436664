export {
  createClient,
  GraphAnswerError,
  operation,
  PlatformUnreachable,
  readJson,
  type Client,
  type ClientOptions,
  type GraphError,
  type TypedOperation,
} from './client';
export type * from './generated/schema';
