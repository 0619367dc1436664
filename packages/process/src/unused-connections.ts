import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Keeps account of connections that a stop would wait for in vain, as the server's own "close idle connections" leaves them open: those on
 * which no request was made yet (browsers and pools open some in advance), and those that stay open behind their last answer. The function
 * returned closes them, the latter as soon as the answer is written.
 */
export function trackUnusedConnections(server: Server): () => void {
  const unused = new Set<Socket>();
  let closing = false;
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    unused.delete(socket);
    response.once('finish', () => {
      if (!closing) return;
      // A caller who is still sending reads the answer only if what it sends is taken; from any other nothing more is to come.
      if (request.complete) socket.destroySoon();
      else socket.end();
    });
  });
  return () => {
    closing = true;
    for (const socket of unused) socket.destroy();
  };
}
