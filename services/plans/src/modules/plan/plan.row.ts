import { z } from 'zod';
import { PLAN_KINDS } from '@lientinh/plan-reader';
import type { Plan } from './plan.types';

/** Columns of `plan p` that a plan is made of. */
export const planColumns = (alias: string): string => `${alias}.plan_id, ${alias}.number, ${alias}.approving_number,
  ${alias}.approving_on::text, ${alias}.kind, ${alias}.title, ${alias}.issuer_name, ${alias}.issuer_agency, ${alias}.issued_on::text,
  ${alias}.period_from::text, ${alias}.period_to::text, ${alias}.signer, ${alias}.signer_title, ${alias}.document_name,
  ${alias}.province_id, ${alias}.publication`;

export const planRow = z
  .object({
    plan_id: z.string(),
    number: z.string().nullable(),
    approving_number: z.string().nullable(),
    approving_on: z.string().nullable(),
    kind: z.enum(PLAN_KINDS),
    title: z.string(),
    issuer_name: z.string(),
    issuer_agency: z.string(),
    issued_on: z.string().nullable(),
    period_from: z.string(),
    period_to: z.string(),
    signer: z.string().nullable(),
    signer_title: z.string().nullable(),
    document_name: z.string().nullable(),
    province_id: z.string(),
    publication: z.coerce.number().int(),
    rank: z.number().default(0),
  })
  .transform((row): Omit<Plan, 'knownAt'> => ({
    id: row.plan_id,
    number: row.number,
    approvingDecision:
      row.approving_number === null ? null : { number: row.approving_number, issuedOn: row.approving_on },
    kind: row.kind,
    title: row.title,
    issuerName: row.issuer_name,
    issuerAgency: row.issuer_agency,
    issuedOn: row.issued_on,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    signer: row.signer,
    signerTitle: row.signer_title,
    documentName: row.document_name,
    provinceId: row.province_id,
    publicationSequence: row.publication,
    rank: row.rank,
  }));
export type PlanRow = z.output<typeof planRow>;
