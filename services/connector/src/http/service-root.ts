import type { Logger } from '@lientinh/logger';
import { metadataJson, metadataXml, type Model } from '../model';
import type { PageRequest, RowScope, RowsPlan } from '../plan/plan';
import type { RequestOptions, ResourcePath } from '../query';
import type { TableFormat } from '../respond/table-format';
import { identityOf } from '../respond/tokens';
import type { BiSource } from '../source/source';
import type { InstalledViews } from './installed-views';
import type { RequestMeter } from './request-meter';
import type { ProtocolVersion } from './versions';

/** One service root: a model and the documents made from it once. */
export interface ServiceRoot {
  readonly model: Model;
  /** `/odata/v4/`. */
  readonly path: string;
  readonly metadataXml: Readonly<Record<ProtocolVersion, string>>;
  readonly metadataJson: string;
  /** Changes when the model does. */
  readonly hash: string;
}

/** Makes the documents of a root. */
export function createServiceRoot(model: Model, path: string): ServiceRoot {
  const xml = { '4.0': metadataXml(model, '4.0'), '4.01': metadataXml(model, '4.01') };
  return { model, path, metadataXml: xml, metadataJson: JSON.stringify(metadataJson(model)), hash: identityOf([xml]) };
}

/** What a request means (src/plan): pure. Coded errors for names, types and rights that are not there. */
export type Planner = (
  model: Model,
  path: ResourcePath,
  options: RequestOptions,
  scope: RowScope,
  page: PageRequest,
) => RowsPlan;

/** What every request needs. */
export interface Service {
  readonly plan: Planner;
  readonly source: BiSource;
  readonly formats: readonly TableFormat[];
  readonly installedViews: InstalledViews;
  /** Rows of a page of JSON when the caller asks for no fewer. */
  readonly maximumPageSize: number;
  readonly logger: Logger;
  readonly meter: RequestMeter;
  readonly clock: () => Date;
}
