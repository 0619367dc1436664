import { plansSet, type BiView } from '@lientinh/bi';
import { planDeletions, quotedKey } from './plan-deletions';
import { currentAt } from './recorded';
import { joinProvince, PROVINCE, STATED_BY } from './shared-columns';

const countOf = (table: string): string =>
  `(select count(*)::integer from ${table} f where f.publication = p.publication)`;

/** The plans, each as its publication in force states it. */
export const plansView: BiView = {
  set: plansSet,
  sql: `
    select p.plan_id collate "C" as id, p.number collate "C" as number, p.title collate "vi-x-icu" as title, p.kind collate "C" as kind,
      ${PROVINCE}, p.issuer_name collate "vi-x-icu" as issuer_name, p.issuer_agency collate "C" as issuer_agency_id, p.issued_on,
      p.approving_number collate "C" as approving_number, p.approving_on, p.period_from, p.period_to,
      p.signer collate "vi-x-icu" as signer, p.signer_title collate "vi-x-icu" as signer_title,
      ${countOf('target')} as target_count, ${countOf('task')} as task_count, ${countOf('index_goal')} as index_goal_count,
      p.document_name collate "vi-x-icu" as source_document, null::text collate "C" as source_url,
      ${STATED_BY}, p.recorded_from as recorded_at, p.search_text || ' ' || u.search_text as search_text
    from plan p ${joinProvince('p')}
    where ${currentAt('p', 'PLAN')}`,
  deletionsSql: planDeletions({ table: null, key: ['plan_id'], entityKey: quotedKey('f.plan_id') }),
};
