export * from './ast';
export { DEFAULT_LIMITS, type QueryLimits } from './limits';
export { NO_QUERY_OPTIONS, NO_REQUEST_OPTIONS, parseQueryOptions, type ParseSettings } from './options-parser';
export { parseResourcePath, type PathSettings } from './path-parser';
export { parseKey } from './key-parser';
export { decodePercent, isFormEncoded, splitQueryString } from './query-string';
export { printExpression, printLiteral, printSearch } from './print-expression';
export {
  encodeInQuery,
  joinQueryString,
  printApply,
  printKey,
  printOptions,
  printQuery,
  printResourcePath,
} from './print-query';
export { literalOfText } from './literal-rules';
export { nearestNames } from './nearest-names';
export { ONLY_WITH_DOLLAR, SHAPING_OPTIONS } from './option-names';
export { isIdentifier } from './scanner';
export { type FunctionDefinition, FUNCTIONS } from './functions';
export { type Algebra, childrenOf, fold, type OfKind, visit, type Visitor } from './visitor';
export * from './query.errors';
