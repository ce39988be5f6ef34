import path from 'node:path';
import { checkAddresses } from '@pasarela/schema/enrolment/admission';
import { ENROLMENT_FORMAT, type PartySaid } from '@pasarela/schema/enrolment/enrolment';
import { fingerprintOf } from '@pasarela/schema/enrolment/fingerprint';
import type { FirstDocument } from '@pasarela/schema/enrolment/party-document';
import { enrolmentFileText, signEnrolment } from '@pasarela/schema/enrolment/sign-enrolment';
import { type PublicRootKey, thumbprintOf } from '@pasarela/schema/rule-bundles/root-keys';
import { writeDurably } from '@pasarela/schema/rule-bundles/write-durably';
import type { JWK } from 'jose';
import { type FirstDocuments, firstDocuments } from './first-documents';
import { ensurePartyKeys, type PartyKeys } from './party-keys';
import { type BroughtSchema, readSchema } from './read-schema';
import { ensureRuleFolders } from './rule-folders';
import { type PartyFlags, saidOfParty } from './said-of-party';
import type { Teller } from './teller';
import { holdsText, writeNewFile } from './write-new-file';

/** What a party makes its keys, its enrolment and its first rules with. */
export interface NewPartyFlags extends PartyFlags {
  readonly schema?: string;
  readonly legalGroundEn?: string;
  readonly legalGroundEs?: string;
  readonly out: string;
}

/** Makes a party's keys, its enrolment and its first rules in a folder. Doing it again keeps keys and changed rules. */
export async function newParty(party: string, flags: NewPartyFlags, teller: Teller): Promise<void> {
  const { out, legalGroundEn = '', legalGroundEs = '' } = flags;
  const from = new Date();
  // Everything is looked at before the first key is made: a mistake leaves no key behind.
  const said = saidOfParty(party, flags);
  checkAddresses(said, { networks: [] });
  const schema = flags.schema === undefined ? undefined : readSchema(flags.schema, party);
  const documents = firstDocuments({ said, schema, legalGround: { en: legalGroundEn, es: legalGroundEs }, from });
  const keys = await ensurePartyKeys(out, party, teller);
  const signed = await signEnrolment(
    {
      ...said,
      format: ENROLMENT_FORMAT,
      ...(await publicKeysOf(said, keys)),
      schema: schema ? { digest: schema.digest } : null,
      issuedAt: from.toISOString(),
    },
    keys.root,
  );
  const file = path.join(out, `enrolment.${party.toLowerCase()}.json`);
  writeDurably(file, enrolmentFileText(signed));
  teller.say('fileMade', { file });
  const rules = await writeRules({ out, documents, schema }, teller);
  teller.say('enrolled', { file, base: path.basename(file), fingerprint: fingerprintOf(signed), rules });
}

async function publicKeysOf({ issuer }: PartySaid, keys: PartyKeys) {
  return {
    rootKey: { number: 1 as const, key: publicPart(keys.root) },
    issuer: { issuer, keys: [{ ...publicPart(keys.issuer), kid: await thumbprintOf(keys.issuer) }] },
  };
}

const publicPart = ({ kty, crv, x }: JWK) => ({ kty, crv, x }) as PublicRootKey;

interface WrittenRules {
  readonly out: string;
  readonly documents: FirstDocuments;
  readonly schema: BroughtSchema | undefined;
}

/** Grants of fields that nobody else knows yet are kept apart: published now they would reject the whole part. */
async function writeRules({ out, documents, schema }: WrittenRules, teller: Teller): Promise<string> {
  const rules = path.join(out, 'rules');
  ensureRuleFolders(rules);
  await writeDocument(rules, documents.party, teller);
  if (!documents.domestic) teller.say('noGrants');
  else if (schema?.composed) await writeDocument(rules, documents.domestic, teller);
  else {
    const file = await writeDocument(path.join(out, 'rules-when-composed'), documents.domestic, teller);
    teller.say('later', { file });
  }
  return rules;
}

async function writeDocument(folder: string, { name, text }: FirstDocument, teller: Teller): Promise<string> {
  const file = path.join(folder, name);
  const written = (await writeNewFile(file, text)) || (await holdsText(file, text));
  teller.say(written ? 'fileMade' : 'fileKept', { file });
  return file;
}
