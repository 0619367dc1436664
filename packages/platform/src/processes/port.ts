import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** True once nothing listens at the host and port of `url`; false when something still does after `patienceMs`. */
export async function becomesFree(url: string, patienceMs: number): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const deadline = Date.now() + patienceMs;
  while (await listens(hostname, Number(port))) {
    if (Date.now() > deadline) return false;
    await delay(50);
  }
  return true;
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}
