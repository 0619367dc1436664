export { canonicalJson, contentHash, type JsonValue } from './canonical-json';
export { isSalted, toldContentHash, toldKey, type Confidentiality, type Opening } from './confidential';
export {
  entryHash,
  GENESIS_HASH,
  publicationId,
  verifyChain,
  type ChainBreak,
  type ChainEnd,
  type LedgerEntry,
  type RowChange,
  type UnsealedEntry,
} from './ledger.rules';
export { ProblemReport, rowProblem, type RowProblem } from './problems';
export { publish, type PublishOutcome, type PublishSteps, type StoredRows, type Submission } from './publish';
export { retract, type Retraction, type RetractSteps } from './retract';
export { VersionedTable, type VersionedTableDefinition } from './versioned-table';
export { findPublication, findPublications, listLedger, type PublicationRecord } from './publishing.store';
export { signedReceiptPayload, type ReceiptPayload, type ReceiptSigner } from './receipts';
export {
  AssignableDataset,
  Publication,
  PublicationReceipt,
  PublicationStatus,
  PublisherReference,
  ProvinceReference,
  RowProblemType,
  toPublication,
  toReceipt,
} from './publication.types';
export { loadPublication, PublicationResolver, resolvePublication } from './publication.resolver';
export { changesRoute } from './changes.route';
export { AddContentSalt1795410000000, CreatePublishingTables1795240000000, publishingMigrations } from './migrations';
export * from './publishing.errors';
export {
  createReceiptSigner,
  loadOrCreateSigningKey,
  receiptKeysRoute,
  receiptSection,
  RECEIPT_TYPE,
  type PrivateReceiptKey,
  type ReceiptKey,
  type SigningReceipts,
} from './receipt-keys';
export {
  NO_OFFICE,
  officeRoutes,
  officeSection,
  openPublishingOffice,
  type PublishingOffice,
  type PublishingServices,
} from './publishing-office';
export * from './registry';
export * from './bulk';
export { LedgerWalk, parseLedgerEntry, type WalkedLedger } from './ledger-file';
export {
  isContentOf,
  sentScopeOf,
  verifyReceipt,
  type LedgerEvidence,
  type ReceiptFault,
  type ReceiptProof,
} from './verify-receipt';
export { renderReceipt } from './render-receipt';
