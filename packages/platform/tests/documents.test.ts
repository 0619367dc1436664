import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readLocalClients } from '@lientinh/identity';
import { ownPublications, publishMissing, type Platform } from '../src';
import { fileLinks, readExamples, tableNames, type Example } from './document-examples';
import { ask, makeDataFolder, root, start, tokenOf } from './support';

const TAKING_BACK = '\n## Taking back\n';
const COMMAND_LINE = join(root, 'packages/cli/bin/lientinh.js');

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((path) =>
  path.endsWith('.md'),
);

/** All examples; queries are asked while what the examples of publishing.md publish still stands. */
function examplesInOrder(): Example[] {
  const publishing = read('docs/publishing.md');
  const end = publishing.indexOf(TAKING_BACK);
  const before = publishing.slice(0, end);
  const first = ['docs/publishing.md', 'docs/operating.md'];
  return [
    ...readExamples('docs/publishing.md', before),
    ...documents.filter((path) => !first.includes(path)).flatMap((path) => readExamples(path, read(path))),
    ...readExamples('docs/publishing.md', publishing.slice(end), before.split('\n').length),
    ...readExamples('docs/operating.md', read('docs/operating.md')),
  ];
}

/** What a shell block printed, and its exit status. */
interface Run {
  readonly status: number | null;
  readonly output: string;
}

function runShell(text: string, folder: string, environment: NodeJS.ProcessEnv): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-eu', '-o', 'pipefail', '-c', text], { cwd: folder, env: environment });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => (output += part));
    child.on('error', reject).on('close', (status) => resolve({ status, output }));
  });
}

describe('the examples of the documents', () => {
  const place = makeDataFolder();
  const folder = mkdtempSync(join(tmpdir(), 'lien-tinh-documents-'));
  let platform: Platform;
  let environment: NodeJS.ProcessEnv;
  beforeAll(async () => {
    platform = await start(place.folder, 2_870);
    const { topology, issuerFolder } = platform;
    await publishMissing(topology, issuerFolder, ownPublications(), () => undefined);
    symlinkSync(place.folder, join(folder, '.data'));
    const konTum = (await readLocalClients(issuerFolder)).find(({ id }) => id === 'kon-tum');
    environment = {
      ...process.env,
      LIENTINH_URL: topology.gateway,
      OIDC_ISSUER: topology.issuer,
      KON_TUM_SECRET: konTum?.secret ?? '',
    };
  });
  afterAll(async () => {
    await platform.stop();
    place.remove();
    rmSync(folder, { recursive: true });
  });

  async function execute({ kind, text, variables, as }: Example): Promise<Run> {
    const { gateway, connector, issuer } = platform.topology;
    if (kind === 'graphql') {
      const answer = await ask(gateway, text, variables, as === null ? undefined : await tokenOf(platform, as));
      return { status: answer.errors === undefined ? 0 : 1, output: JSON.stringify(answer) };
    }
    const here = text
      .replaceAll('http://127.0.0.1:4000', gateway)
      .replaceAll('http://127.0.0.1:4050', issuer)
      .replaceAll('http://127.0.0.1:4100', connector)
      .replaceAll('npx lientinh', `'${process.execPath}' '${COMMAND_LINE}'`);
    return runShell(here, folder, environment);
  }

  it.each(examplesInOrder().map((example): [string, Example] => [example.place, example]))('%s', async (_, example) => {
    const { status, output } = await execute(example);
    if (example.refused !== null) {
      expect(output).toContain(example.refused);
      return;
    }
    expect({ status, output }).toEqual({ status: 0, output });
    expect(output).toContain(example.shows ?? '');
    expect(output).not.toMatch(/"status":\s*"REJECTED"/);
  });
});

describe('the documents', () => {
  it('are executed as far as they hold examples', () => {
    const count = (pattern: RegExp) =>
      documents.reduce((sum, path) => sum + (read(path).match(pattern) ?? []).length, 0);
    expect(examplesInOrder()).toHaveLength(count(/^```graphql$/gm) + count(/^<!-- run -->$/gm));
  });

  it('call the command line by a name that installing makes', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { bin?: Record<string, string> }>;
    };
    expect(packages['packages/cli']?.bin).toEqual({ lientinh: 'bin/lientinh.js' });
  });

  it.each(documents)('%s leads to files that exist', (path) => {
    expect(fileLinks(read(path)).filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });

  it('explain every refusal of a file, and only codes that there are', () => {
    const known = new Set(tableNames(read('docs/errors.md'), 'Error codes'));
    const explained = tableNames(read('docs/publishing.md'), 'What a refusal of a file means');
    const sources = ['file', 'row'].map((name) => read(`packages/publishing/src/bulk/${name}.errors.ts`)).join('\n');
    const refusals = [...sources.matchAll(/code: '([A-Z_0-9]+)'/g)].map(([, code]) => code);
    expect(explained.filter((code) => !known.has(code))).toEqual([]);
    expect([...explained].sort()).toEqual(refusals.sort());
  });
});
