import type { Language } from '@pasarela/schema/localized-text';
import type { Notice } from '@pasarela/schema/questions/answer';
import type { RightsDefinition } from '@pasarela/serve/rights/rights-definition';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { z } from 'zod';
import { askOffice } from './ask-office';
import { heldSelection } from './held-selection';
import type { RightsFlags } from './rights-flags';

/** What is asked of a case. */
export const CASE =
  'id kind record receivedOn confirmBy confirmedAt deadline overdue state ground source version history { at by did note }';

/** A case as the graph tells it. */
export const toldCase = z.object({
  id: z.string(),
  kind: z.string(),
  record: z.string().nullable(),
  receivedOn: z.string(),
  confirmBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  deadline: z.string(),
  overdue: z.boolean(),
  state: z.string(),
  ground: z.string().nullable(),
  source: z.string().nullable(),
  version: z.number(),
  history: z.array(z.object({ at: z.string(), by: z.string(), did: z.string(), note: z.string().nullable() })),
});
/** A case as the graph tells it. */
export type ToldCase = z.infer<typeof toldCase>;

const collection = z.object({
  case: toldCase,
  hasMore: z.boolean(),
  keptSince: z.string().nullable(),
  record: z.record(z.string(), z.unknown()).nullable(),
  disclosures: z.array(
    z.object({
      at: z.string(),
      party: z.string(),
      agency: z.string(),
      purpose: z.string(),
      agreements: z.array(z.string()),
      fields: z.array(z.object({ coordinate: z.string(), level: z.string() })),
    }),
  ),
});

/** What was collected for a case, and what the rules kept from whoever collected it. */
export interface CollectedCase extends z.infer<typeof collection> {
  readonly notices: readonly Notice[];
}

/** Collects what is held and what was disclosed, in one mutation. */
export async function collectCase(
  id: string,
  { definition, flags, language }: { definition: RightsDefinition; flags: RightsFlags; language: Language },
): Promise<CollectedCase> {
  const { data } = await askOffice({ query: getIntrospectionQuery() }, flags, language);
  const held = heldSelection(buildClientSchema(data as unknown as IntrospectionQuery), definition.type);
  const field = `collect${definition.name}Record`;
  const query = `mutation ($id: ID!) { ${field}(case: $id) { case { ${CASE} } hasMore keptSince record { ${held} }
    disclosures { at party agency purpose agreements fields { coordinate level } } } }`;
  const answer = await askOffice({ query, variables: { id } }, flags, language);
  return { ...collection.parse(answer.data?.[field]), notices: answer.notices };
}
