import { join } from 'node:path';
import { DEFAULT_AUDIENCE } from '@lientinh/identity';
import type { Logger } from '@lientinh/logger';
import { lockDataFolder } from './lock';
import type { PlatformOptions } from './options';
import { SupervisedProcess, type ChildDefinition } from './processes/child-process';
import { openDatabases, type Databases } from './processes/databases';
import { topology, type Topology } from './topology';

/** A platform that runs; `stop` is safe to repeat and leaves nothing behind. */
export interface Platform {
  readonly topology: Topology;
  readonly issuerFolder: string;
  /** The databases as SQL users of the `bi` views see them, with the rights of the ministry. */
  readonly biUrls: Databases['biUrls'];
  /** Processes by name, for tests that kill them. */
  readonly processes: ReadonlyMap<string, SupervisedProcess>;
  /** Process number of the embedded PostgreSQL, for tests that kill it. */
  databasePid(): number | undefined;
  stop(): Promise<void>;
}

/** Hears each step: what begins, and (with `done`) that it ended. */
export type StepListener = (step: string) => () => void;

/** Starts PostgreSQL, the issuer, all subgraphs, the gateway and the connector of the checkout at `root`; on failure stops what it had started. */
export async function startPlatform(
  root: string,
  options: PlatformOptions,
  logger: Logger,
  onStep: StepListener,
): Promise<Platform> {
  const places = topology(options.portOffset);
  const release = lockDataFolder(options.dataFolder);
  const processes = new Map<string, SupervisedProcess>();
  let databases: Databases | undefined;
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= stopAll(processes, () => databases?.stop()).finally(release));
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const done = onStep(name);
    const result = await work();
    done();
    return result;
  };
  try {
    databases = await step('PostgreSQL', () =>
      openDatabases(options.environment, options.dataFolder, places.postgresPort, logger),
    );
    const stages = processStages(root, options, places, databases);
    for (const [name, definitions] of stages) {
      await step(name, () =>
        Promise.all(definitions.map((definition) => startOne(processes, { ...definition, logger }))),
      );
    }
    return {
      topology: places,
      issuerFolder: issuerFolder(options),
      biUrls: databases.biUrls,
      processes,
      databasePid: () => databases?.server?.pid,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startOne(processes: Map<string, SupervisedProcess>, definition: ChildDefinition): Promise<void> {
  const child = new SupervisedProcess(definition);
  processes.set(definition.name, child);
  await child.start();
}

const issuerFolder = ({ dataFolder }: PlatformOptions): string => join(dataFolder, 'issuer');

type Stages = readonly (readonly [name: string, definitions: readonly Omit<ChildDefinition, 'logger'>[]])[];

/** What is started after the database, in order; the processes of one stage start side by side. */
function processStages(root: string, options: PlatformOptions, places: Topology, databases: Databases): Stages {
  const urls = Object.fromEntries(places.subgraphs.map(({ name, url }) => [`${name.toUpperCase()}_URL`, url]));
  const environment = { ...options.environment, OIDC_ISSUER: places.issuer, OIDC_AUDIENCE: DEFAULT_AUDIENCE, ...urls };
  const logFolder = join(options.dataFolder, 'logs');
  const guard = join(root, 'packages/platform/dist/src/processes/end-with-platform.js');
  const issuer = {
    name: 'issuer',
    script: join(root, 'packages/identity/dist/src/issuer/main.js'),
    readyUrl: `${places.issuer}/health/ready`,
    environment: { ...environment, PORT: String(places.issuerPort), ISSUER_DATA_DIR: issuerFolder(options) },
    logFolder,
    guard,
  };
  const subgraphs = places.subgraphs.map(({ name, port, url }) => ({
    name,
    script: join(root, 'services', name, 'dist/src/main.js'),
    readyUrl: `${url}/health/ready`,
    environment: {
      ...environment,
      PORT: String(port),
      DATABASE_URL: databases.urls[name],
      RECEIPT_SIGNING_KEY_FILE: join(options.dataFolder, 'receipts', 'signing-key.json'),
    },
    logFolder,
    guard,
  }));
  const gateway = {
    name: 'gateway',
    script: join(root, 'gateway/dist/src/main.js'),
    readyUrl: `${places.gateway}/health/ready`,
    environment: { ...environment, PORT: String(places.gatewayPort) },
    logFolder,
    guard,
  };
  const connector = {
    name: 'connector',
    script: join(root, 'services/connector/dist/src/main.js'),
    readyUrl: `${places.connector}/health/ready`,
    environment: {
      ...environment,
      ...Object.fromEntries(
        places.subgraphs.map(({ name }) => [`BI_${name.toUpperCase()}_URL`, databases.biUrls[name]]),
      ),
      PORT: String(places.connectorPort),
      DATABASE_URL: databases.urls.connector,
    },
    logFolder,
    guard,
  };
  return [
    ['issuer', [issuer]],
    ['subgraphs', subgraphs],
    ['gateway, connector', [gateway, connector]],
  ];
}

/** The gateway first, so that nothing new comes in; the database last. */
async function stopAll(
  processes: ReadonlyMap<string, SupervisedProcess>,
  stopDatabases: () => Promise<void> | undefined,
): Promise<void> {
  await processes.get('gateway')?.stop();
  await Promise.all([...processes.values()].map((child) => child.stop()));
  await stopDatabases();
}
