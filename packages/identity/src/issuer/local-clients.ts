import { LOCAL_CLIENTS, type LocalClient, type LocalClientId } from './clients';
import { readState } from './state-file';

/** A client of the local issuer with the secret that gets it tokens. */
export interface LocalCredentials extends LocalClient {
  readonly id: LocalClientId;
  readonly secret: string;
}

/** Ids and secrets of the local issuer's clients. Rejects when the issuer never started with this folder. */
export async function readLocalClients(dataDir: string): Promise<readonly LocalCredentials[]> {
  const state = await readState(dataDir);
  if (state === null) throw new Error(`the local issuer has not started in ${dataDir} yet: there are no secrets`);
  return LOCAL_CLIENTS.flatMap((client) => {
    const secret = state.clientSecrets[client.id];
    return secret === undefined ? [] : [{ ...client, secret }];
  });
}
