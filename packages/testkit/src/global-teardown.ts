import { stopTestServer } from './test-server';

/** jest globalTeardown: stops the run's database server. */
export default stopTestServer;
