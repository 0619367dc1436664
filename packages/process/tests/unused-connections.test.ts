import { once } from 'node:events';
import { Agent, createServer, get, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { trackUnusedConnections } from '../src';

describe('trackUnusedConnections', () => {
  let server: Server;
  let port: number;
  let closeUnused: () => void;
  beforeEach(async () => {
    server = createServer();
    // For ever: only what is tested closes a connection.
    server.keepAliveTimeout = 0;
    closeUnused = trackUnusedConnections(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });

  /** Stops the server; settled when every connection is closed. */
  async function stop(): Promise<void> {
    const closed = once(server, 'close');
    server.close();
    closeUnused();
    await closed;
  }

  it('lets a server stop that has a connection without a request', async () => {
    const opened = once(server, 'connection');
    const socket = connect(port, '127.0.0.1');
    await opened;
    const closed = once(socket.resume(), 'close');
    await stop();
    await closed;
  });

  it('lets a request under way finish, and closes its connection behind the answer', async () => {
    const agent = new Agent({ keepAlive: true });
    const asked = once(server, 'request') as Promise<[unknown, ServerResponse]>;
    const answered = new Promise<string>((resolve, reject) => {
      get({ port, host: '127.0.0.1', agent }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.once('end', () => resolve(text));
      }).once('error', reject);
    });
    const [, response] = await asked;
    const stopped = stop();
    response.end('the answer');
    expect(await answered).toBe('the answer');
    await stopped;
    agent.destroy();
  });

  it('lets a server stop whose caller keeps its own side of the connection open behind the answer', async () => {
    const asked = once(server, 'request') as Promise<[unknown, ServerResponse]>;
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n');
    const [, response] = await asked;
    const stopped = stop();
    response.end('the answer');
    let heard = '';
    socket.setEncoding('utf8').on('data', (part: string) => (heard += part));
    await once(socket, 'end');
    expect(heard).toContain('the answer');
    await stopped;
    socket.destroy();
  });
});
