import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** The folder of the packages that are installed: generated code imports its run time from there. */
const packages = join(dirname(require.resolve('@sap-cloud-sdk/generator/package.json')), '..', '..');
const METADATA = 'service.xml';
const COMPILER_OPTIONS = {
  target: 'es2022',
  module: 'node20',
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
};

/** The generators' own command lines, with what their users give them. */
const GENERATORS: readonly (readonly [string, ...string[]])[] = [
  ['@odata2ts/odata2ts/lib/run-cli.js', ...['-s', METADATA, '-o', 'odata2ts', '-m', 'service', '-e', 'ts']],
  ['@sap-cloud-sdk/generator/dist/cli.js', '--input', METADATA, '--outputDir', 'sap', '--skipValidation'],
];

/** Clients that the generators of odata2ts and of the SAP Cloud SDK wrote, as TypeScript, in a folder of their own. */
export interface GeneratedClients {
  /** Folder of the client of odata2ts. */
  readonly odata2ts: string;
  /** Folder of the client of the SAP Cloud SDK. */
  readonly sap: string;
  /** What the compiler of TypeScript (strict) says of both: empty when all is well. */
  typeErrors(): Promise<string>;
  remove(): Promise<void>;
}

/** Generates both clients from a `$metadata` document. */
export async function generateClients(metadata: string): Promise<GeneratedClients> {
  const folder = await mkdtemp(join(tmpdir(), 'odata-clients-'));
  await writeFile(join(folder, METADATA), metadata);
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER_OPTIONS }));
  await symlink(packages, join(folder, 'node_modules'));
  await Promise.all(GENERATORS.map(([script, ...options]) => node(folder, script, ...options)));
  return {
    odata2ts: join(folder, 'odata2ts'),
    sap: join(folder, 'sap', 'service'),
    typeErrors: () => typeErrors(folder),
    remove: () => rm(folder, { recursive: true }),
  };
}

async function node(folder: string, script: string, ...options: readonly string[]): Promise<void> {
  await run(process.execPath, [join(packages, script), ...options], { cwd: folder });
}

async function typeErrors(folder: string): Promise<string> {
  try {
    await node(folder, 'typescript/bin/tsc', '-p', folder);
    return '';
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}
