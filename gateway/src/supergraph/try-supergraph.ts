import { ApolloGateway } from '@apollo/gateway';
import { keepVendorTelemetryOff } from '../vendor/environment';

const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/**
 * Loads a supergraph in a gateway that is thrown away: what passes here is accepted by the serving gateway as a whole, so that a reload
 * either happens or changes nothing. Rejects with the library's reason.
 */
export async function trySupergraph(supergraphSdl: string): Promise<void> {
  keepVendorTelemetryOff();
  const trial = new ApolloGateway({ supergraphSdl, validateSupergraph: true, logger: SILENT });
  try {
    await trial.load();
  } finally {
    await trial.stop();
  }
}

function ignore(): void {
  // The trial's own log lines would look like those of the serving gateway.
}
