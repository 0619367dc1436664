import { startTestServer } from './test-server';

/** jest globalSetup: starts the run's database server. */
export default startTestServer;
