import { resolve } from 'node:path';
import { readLocalClients } from '@lientinh/identity';
import { createLogger } from '@lientinh/logger';
import { runProcess } from '@lientinh/process';
import { publicationsToSend } from './facts/publications';
import { publishMissing } from './facts/publish';
import { fourProvincesTable } from './four-provinces';
import { HELP, readOptions } from './options';
import { startPlatform } from './platform';
import { printAddresses, printProgress, printStep } from './screen';

const root = resolve(__dirname, '../../../..');
const logger = createLogger({ service: 'platform', level: process.env['LOG_LEVEL'] ?? 'warn' });

runProcess(
  logger,
  async (stopping) => {
    const options = readOptions(process.argv.slice(2), process.env, process.cwd());
    if (options.help) {
      console.log(HELP);
      process.exit(0);
    }
    const toSend = publicationsToSend(options);
    const platform = await startPlatform(root, options, logger, printStep);
    try {
      for (const { name, publications } of toSend) {
        await publishMissing(platform.topology, platform.issuerFolder, publications, printProgress(name), stopping);
      }
      console.log(`\n${await fourProvincesTable(platform.topology.gateway)}`);
      printAddresses(platform.topology, await readLocalClients(platform.issuerFolder));
      console.log('ready');
    } catch (error) {
      await platform.stop();
      throw error;
    }
    return platform;
  },
  { patienceMs: 60_000, tellStartFailure: (line) => console.error(line) },
);
