import { readOwnersPart, readParty } from '@pasarela/schema/access/read-owners-part';
import { namedDocuments, type RuleDocument } from '@pasarela/schema/access/rule-documents';
import { domesticAgreement } from '@pasarela/schema/enrolment/domestic-agreement';
import { domesticGrants } from '@pasarela/schema/enrolment/domestic-grants';
import type { PartySaid } from '@pasarela/schema/enrolment/enrolment';
import { type FirstDocument, partyDocument } from '@pasarela/schema/enrolment/party-document';
import type { LabelTable } from '@pasarela/schema/labels/label';
import type { LocalizedText } from '@pasarela/schema/localized-text';
import { PartyFault } from './fault';
import type { BroughtSchema } from './read-schema';

/** What a party's first rules are made of. */
export interface FirstRules {
  readonly said: PartySaid;
  readonly schema: BroughtSchema | undefined;
  readonly legalGround: Partial<LocalizedText>;
  readonly from: Date;
}

/** A party's first rules: who it is, and what it grants to its own staff, if it owns anything yet. */
export interface FirstDocuments {
  readonly party: FirstDocument;
  readonly domestic: FirstDocument | undefined;
}

/** Writes a party's first rules, and reads them with the code that reads them later. @throws for what it would refuse. */
export function firstDocuments({ said, schema, legalGround, from }: FirstRules): FirstDocuments {
  const { party, name } = said;
  const grants = schema ? domesticGrants(party, schema.fields) : [];
  const { en, es } = legalGround;
  if (grants.length > 0 && (!en || !es)) throw new PartyFault('noLegalGround');
  const domestic = domesticAgreement({ party, name, legalGround: { en: en ?? '', es: es ?? '' }, grants, from });
  const documents = { party: partyDocument(said), domestic };
  checkDocuments(documents, party, schema?.labels);
  return documents;
}

const NO_LABELS: LabelTable = { fields: new Map(), inputs: new Map(), records: new Map(), members: new Map() };

function checkDocuments({ party, domestic }: FirstDocuments, owner: string, labels = NO_LABELS): void {
  const [identity, ...others] = namedDocuments([party, ...(domestic ? [domestic] : [])]);
  const parties = { [owner]: readParty(identity as RuleDocument, owner) };
  readOwnersPart(others, owner, { labels, parties });
}
