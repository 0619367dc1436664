import { connect as connectSocket } from 'node:net';
import Table from 'cli-table3';
import { CodedError } from '@lientinh/errors';
import { createClient, type Client } from '@lientinh/client';
import { getToken } from '../credentials';
import { EXIT, say, type ExitStatus, type Terminal } from '../terminal';

/** One thing that was looked at. */
interface Finding {
  readonly what: string;
  readonly good: boolean;
  readonly detail: string;
}

const OLDEST_NODE = [20, 19] as const;
const CLOCK_TOLERANCE_SECONDS = 60;
const PROBE_TIMEOUT_MS = 5_000;

/** `lientinh doctor`: looks at everything that a publication needs and says what is missing. */
export async function doctorCommand(terminal: Terminal, options: { readonly as?: string }): Promise<ExitStatus> {
  const client = createClient({ url: terminal.environment.url });
  const findings = [
    checkNode(terminal),
    ...(await checkPorts(terminal)),
    ...(await checkGateway(terminal, client)),
    await checkToken(terminal, options.as ?? 'analyst'),
  ];
  const table = new Table({ head: ['', '', ''], style: { head: [], border: [] } });
  for (const { what, good, detail } of findings) table.push([good ? 'OK' : '!!', what, detail]);
  terminal.out(table.toString());
  return findings.every(({ good }) => good) ? EXIT.DONE : EXIT.REFUSED;
}

function checkNode(terminal: Terminal): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const good = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  const wanted = OLDEST_NODE.join('.');
  const advice = good ? '' : say(terminal, `, cần ${wanted} trở lên`, `, ${wanted} or newer is needed`);
  return { what: 'Node.js', good, detail: `${process.versions.node}${advice}` };
}

async function checkPorts(terminal: Terminal): Promise<Finding[]> {
  const { url, issuer } = terminal.environment;
  const asked = [
    ['gateway', url],
    ['issuer', issuer],
  ] as const;
  return Promise.all(
    asked.map(async ([name, address]): Promise<Finding> => {
      const good = await isListening(address);
      const advice = say(terminal, 'không ai lắng nghe; hãy chạy npm start', 'nobody listens; run npm start');
      return {
        what: `${say(terminal, 'Cổng', 'Port')}: ${name}`,
        good,
        detail: good ? address : `${address}: ${advice}`,
      };
    }),
  );
}

function isListening(address: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(address);
  return new Promise((resolve) => {
    const socket = connectSocket({ host: hostname, port: Number(port) || (protocol === 'https:' ? 443 : 80) });
    const end = (listening: boolean): void => {
      socket.destroy();
      resolve(listening);
    };
    socket.setTimeout(PROBE_TIMEOUT_MS, () => end(false));
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

interface Readiness {
  readonly parts?: readonly { readonly part: string; readonly ready: boolean; readonly reason?: string }[];
}

async function checkGateway(terminal: Terminal, client: Client): Promise<Finding[]> {
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    const response = await client.request('/health/ready', { signal });
    const { parts = [] } = (await response.json()) as Readiness;
    return [
      { what: say(terminal, 'Sẵn sàng', 'Ready'), good: response.ok, detail: String(response.status) },
      ...parts.map(({ part, ready, reason }) => ({ what: part, good: ready, detail: reason ?? 'ready' })),
      checkClock(terminal, response.headers.get('date')),
    ];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [{ what: say(terminal, 'Sẵn sàng', 'Ready'), good: false, detail }];
  }
}

function checkClock(terminal: Terminal, date: string | null): Finding {
  const differenceSeconds = date === null ? 0 : Math.round((Date.now() - Date.parse(date)) / 1_000);
  const good = Math.abs(differenceSeconds) <= CLOCK_TOLERANCE_SECONDS;
  const text = say(terminal, `lệch ${differenceSeconds} giây`, `${differenceSeconds} seconds apart`);
  return { what: say(terminal, 'Đồng hồ', 'Clocks'), good, detail: text };
}

async function checkToken(terminal: Terminal, client: string): Promise<Finding> {
  const what = `${say(terminal, 'Mã truy cập', 'Token')}: ${client}`;
  try {
    const { expiresInSeconds } = await getToken(terminal, client);
    return { what, good: true, detail: `${expiresInSeconds} s` };
  } catch (error) {
    const detail = error instanceof CodedError ? error.messageIn(terminal.language) : String(error);
    return { what, good: false, detail };
  }
}
