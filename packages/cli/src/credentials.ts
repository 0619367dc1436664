import { createClient, type Client } from '@lientinh/client';
import { readLocalClients, requestToken, type IssuedToken } from '@lientinh/identity';
import { clientUnknown } from './cli.errors';
import type { Terminal } from './terminal';

/** A token for a client of the issuer; its secret from LIENTINH_CLIENT_SECRET, else from the data folder of the local issuer. */
export async function getToken({ environment }: Terminal, client: string): Promise<IssuedToken> {
  const { issuer, audience } = environment;
  const secret = environment.clientSecret ?? (await findSecret(environment.issuerFolder, client));
  return requestToken({ issuer, audience, client, secret });
}

async function findSecret(folder: string, client: string): Promise<string> {
  const clients = await readLocalClients(folder).catch(() => []);
  const found = clients.find(({ id }) => id === client);
  if (found !== undefined) return found.secret;
  const known = clients.map(({ id }) => id).join(', ');
  throw clientUnknown({ client, folder, known: known === '' ? '(none)' : known });
}

/** A client of the platform, in the name of somebody or of nobody. */
export async function connect(terminal: Terminal, as: string | undefined): Promise<Client> {
  const { environment, language } = terminal;
  const token = as === undefined ? {} : { token: (await getToken(terminal, as)).token };
  return createClient({ url: environment.url, language: language === 'EN' ? 'en' : 'vi', ...token });
}
