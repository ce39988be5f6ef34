import { readFileSync, statSync } from 'node:fs';
import { type Admission, admissionOf } from '@pasarela/schema/enrolment/admission';
import type { Enrolment } from '@pasarela/schema/enrolment/enrolment';
import { requireFingerprint } from '@pasarela/schema/enrolment/fingerprint';
import { openEnrolment } from '@pasarela/schema/enrolment/open-enrolment';
import { pinParty, readPinnedParties } from '@pasarela/schema/enrolment/pin-party';
import { PartyFault } from './fault';
import type { Teller } from './teller';

/** What an operator admits a party with. */
export interface AdmitFlags {
  /** As the party read it over the telephone. */
  readonly fingerprint: string;
  readonly dataDirectory: string;
}

const MAX_FILE_BYTES = 1_000_000;

/**
 * Pins a party's keys, issuer and addresses in this operator's own files, after its enrolment was opened and its
 * fingerprint compared. Doing it again adds nothing.
 */
export async function admit(
  file: string,
  { fingerprint: typed, dataDirectory }: AdmitFlags,
  teller: Teller,
): Promise<void> {
  const { enrolment, fingerprint } = await openEnrolment(textIn(file));
  // INVARIANT: before the fingerprints are compared nothing of the file is shown: it could be somebody else's, and
  // whoever sees the fingerprint here would only copy it.
  requireFingerprint(typed, fingerprint);
  const admission = admissionOf(enrolment, readPinnedParties(dataDirectory));
  show({ enrolment, fingerprint }, teller);
  tellAdmission(admission, enrolment.party, teller);
  await pinParty(dataDirectory, admission, new Date());
  teller.say('admitted', { party: enrolment.party });
}

function textIn(file: string): string {
  try {
    if (statSync(file).size <= MAX_FILE_BYTES) return readFileSync(file, 'utf8');
  } catch {
    throw new PartyFault('unreadable', { file });
  }
  throw new PartyFault('unreadable', { file });
}

function show({ enrolment, fingerprint }: { enrolment: Enrolment; fingerprint: string }, teller: Teller): void {
  const { party, name, contact, agencies, issuer, subgraphs, schema } = enrolment;
  teller.say('shows', {
    party,
    nameEn: name.en,
    nameEs: name.es,
    contact,
    agencies: agencies.map((agency) => `${agency.code} (${agency.name})`).join(', '),
    issuer: issuer.issuer,
    subgraphs: subgraphs.map((subgraph) => `${subgraph.name} ${subgraph.url}`).join(', ') || teller.text('none'),
    schema: schema ? `SHA-256 ${schema.digest}` : teller.text('none'),
    fingerprint,
  });
}

function tellAdmission({ rootKey, issuer, places }: Admission, party: string, teller: Teller): void {
  if (rootKey) teller.say('addsRootKey', { party });
  if (issuer) teller.say('addsIssuer', { party });
  for (const place of places) teller.say('addsPlace', { place });
  if (!rootKey && !issuer && places.length === 0) teller.say('addsNothing');
}
