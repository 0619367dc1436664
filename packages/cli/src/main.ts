import { readCliEnvironment } from './environment';
import { run } from './run';
import { EXIT, type Terminal } from './terminal';

async function main(): Promise<void> {
  const environment = readCliEnvironment(process.env);
  const terminal: Terminal = {
    environment,
    language: environment.language,
    out: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
    isInteractive: process.stderr.isTTY,
  };
  process.exitCode = await run(terminal, process.argv.slice(2));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = EXIT.NOT_SENT;
});
