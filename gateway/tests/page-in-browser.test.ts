import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startGateway, type TestGateway } from './support/gateway';
import type { TestSubgraph } from './support/subgraph-server';
import { startTwoSubgraphs } from './support/two-subgraphs';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browser = BROWSERS.find((path) => existsSync(path));
if (browser === undefined && process.env['CI'] === 'true') throw new Error('CI needs a Chromium');
/** Needs a Chromium on the machine; CI installs one. */
const describeWithBrowser = browser === undefined ? describe.skip : describe;

describeWithBrowser('the query page in a real browser (needs Chromium)', () => {
  let subgraphs: { agencies: TestSubgraph; indicators: TestSubgraph };
  let gateway: TestGateway;
  let profile: string;

  beforeAll(async () => {
    subgraphs = await startTwoSubgraphs();
    gateway = await startGateway(Object.values(subgraphs));
    profile = mkdtempSync(join(tmpdir(), 'lien-tinh-browser-'));
  });

  afterAll(async () => {
    await gateway.stop();
    await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
    rmSync(profile, { recursive: true, force: true });
  });

  /** The page's document after its scripts have run, and what the browser complained of. */
  async function open(): Promise<{ document: string; complaints: string }> {
    const flags = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      `--user-data-dir=${profile}`,
    ];
    const { stdout, stderr } = await promisify(execFile)(
      browser ?? '',
      [...flags, '--enable-logging=stderr', '--virtual-time-budget=8000', '--dump-dom', `${gateway.url}/`],
      { timeout: 240_000, maxBuffer: 32e6 },
    );
    return { document: stdout, complaints: stderr };
  }

  it('shows GraphiQL with the saved Vietnamese queries, and breaks none of its own rules', async () => {
    const { document, complaints } = await open();
    expect(document).toContain('graphiql-container');
    expect(document).toContain('SoSanhPapi2018');
    expect(complaints).not.toMatch(/Content Security Policy|Uncaught|Failed to load resource/);
  });
});
