/** Bounds of what one request may ask, so that planning and reading it stay bounded whoever asks. */

/** Nodes of the checked tree, computed properties written out where they are used. */
export const MAXIMUM_NODES = 50_000;
/** Expansions within expansions. */
export const MAXIMUM_EXPAND_DEPTH = 6;
/** Expansions in all, also those that `$levels` and `*` stand for. */
export const MAXIMUM_EXPANSIONS = 60;
/** Steps of a resource path. */
export const MAXIMUM_PATH_SEGMENTS = 20;
/** Transformations of one `$apply`. */
export const MAXIMUM_TRANSFORMATIONS = 40;
/** Joins of one statement: navigation paths in filters, orders and expansions. */
export const MAXIMUM_RANGES = 150;
/** Lambdas within lambdas: each goes through all rows for each row of the one around it. */
export const MAXIMUM_LAMBDA_DEPTH = 2;
/** Words and phrases of one `$search`: each looks into the text of each row. */
export const MAXIMUM_SEARCH_TERMS = 50;
