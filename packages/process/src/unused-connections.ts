import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Keeps account of connections on which no request was made yet (browsers and pools open some in advance). The server's own "close idle
 * connections" leaves them open, and a stop would wait for their time limit. The function returned closes them.
 */
export function trackUnusedConnections(server: Server): () => void {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return () => {
    for (const socket of unused) socket.destroy();
  };
}
