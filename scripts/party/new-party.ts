import path from 'node:path';
import { checkAddresses } from '@pasarela/schema/enrolment/admission';
import { ENROLMENT_FORMAT, type Enrolment, enrolment } from '@pasarela/schema/enrolment/enrolment';
import { fingerprintOf } from '@pasarela/schema/enrolment/fingerprint';
import type { FirstDocument } from '@pasarela/schema/enrolment/party-document';
import { enrolmentFileText, signEnrolment } from '@pasarela/schema/enrolment/sign-enrolment';
import { type PublicRootKey, thumbprintOf } from '@pasarela/schema/rule-bundles/root-keys';
import { writeDurably } from '@pasarela/schema/rule-bundles/write-durably';
import type { JWK } from 'jose';
import { PartyFault } from './fault';
import { firstDocuments } from './first-documents';
import { ensurePartyKeys, type PartyKeys } from './party-keys';
import { readSchema } from './read-schema';
import { ensureRuleFolders } from './rule-folders';
import type { Teller } from './teller';
import { holdsText, writeNewFile } from './write-new-file';

/** What a party says of itself on the command line. */
export interface NewPartyFlags {
  readonly nameEn: string;
  readonly nameEs: string;
  readonly agency: readonly string[];
  readonly issuer: string;
  readonly contact: string;
  readonly subgraph: readonly string[];
  readonly schema?: string;
  readonly legalGroundEn?: string;
  readonly legalGroundEs?: string;
  readonly out: string;
}

/** Makes a party's keys, its enrolment and its first rules in a folder. Doing it again keeps keys and changed rules. */
export async function newParty(party: string, flags: NewPartyFlags, teller: Teller): Promise<void> {
  const now = new Date();
  const schema = flags.schema === undefined ? undefined : readSchema(flags.schema, party);
  const said = saidOf(party, flags);
  // Everything is looked at before the first key is made: a mistake leaves no key behind.
  checked({ ...said, ...(await keysSaid(PLACEHOLDERS)), schema: schema ?? null, now, issuer: flags.issuer });
  checkAddresses(said, { networks: [] });
  const legalGround = { en: flags.legalGroundEn ?? '', es: flags.legalGroundEs ?? '' };
  const documents = firstDocuments({ enrolment: said, schema, legalGround, from: now });
  const keys = await ensurePartyKeys(flags.out, party, teller);
  const content = checked({ ...said, ...(await keysSaid(keys)), schema: schema ?? null, now, issuer: flags.issuer });
  const signed = await signEnrolment(content, keys.root);
  const file = path.join(flags.out, `enrolment.${party.toLowerCase()}.json`);
  await writeDurably(file, enrolmentFileText(signed));
  teller.say('fileMade', { file });
  const rules = path.join(flags.out, 'rules');
  ensureRuleFolders(rules);
  await writeDocument(rules, documents.party, teller);
  if (documents.domestic) await writeDomestic(flags.out, documents.domestic, { composed: schema?.composed }, teller);
  else teller.say('noGrants');
  teller.say('enrolled', { file, base: path.basename(file), fingerprint: fingerprintOf(signed), rules });
}

function saidOf(
  code: string,
  flags: NewPartyFlags,
): Pick<Enrolment, 'party' | 'name' | 'contact' | 'agencies' | 'subgraphs'> {
  const pairs = (words: readonly string[], fault: 'badAgency' | 'badSubgraph') =>
    words.map((word) => {
      const [, first = '', second = ''] = /^([^=]+)=(.+)$/s.exec(word) ?? [];
      if (second === '') throw new PartyFault(fault);
      return [first, second.trim().normalize('NFC')] as const;
    });
  return {
    party: code,
    name: { en: flags.nameEn.trim().normalize('NFC'), es: flags.nameEs.trim().normalize('NFC') },
    contact: flags.contact.trim().normalize('NFC'),
    agencies: pairs(flags.agency, 'badAgency').map(([agency, name]) => ({ code: agency, name })),
    subgraphs: pairs(flags.subgraph, 'badSubgraph').map(([name, url]) => ({ name, url })),
  };
}

interface KeysSaid {
  readonly rootKey: Enrolment['rootKey'];
  readonly issuerKeys: Enrolment['issuer']['keys'];
}

async function keysSaid({ root, issuer }: PartyKeys): Promise<KeysSaid> {
  return {
    rootKey: { number: 1, key: publicPart(root) },
    issuerKeys: [{ ...publicPart(issuer), kid: await thumbprintOf(issuer) }],
  };
}

const publicPart = ({ kty, crv, x }: JWK) => ({ kty, crv, x }) as PublicRootKey;
/** Stand for keys while everything else is checked. */
const PLACEHOLDERS: PartyKeys = {
  root: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) },
  issuer: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) },
};

interface Said extends KeysSaid, ReturnType<typeof saidOf> {
  readonly schema: { readonly digest: string } | null;
  readonly issuer: string;
  readonly now: Date;
}

function checked({
  party,
  name,
  contact,
  agencies,
  rootKey,
  issuer,
  issuerKeys,
  subgraphs,
  schema,
  now,
}: Said): Enrolment {
  const parsed = enrolment.safeParse({
    format: ENROLMENT_FORMAT,
    party,
    name,
    contact,
    agencies,
    rootKey,
    issuer: { issuer, keys: issuerKeys },
    subgraphs,
    schema: schema && { digest: schema.digest },
    issuedAt: now.toISOString(),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new PartyFault('badParty', { what: `${issue?.path.join('.')}: ${issue?.message}` });
}

async function writeDocument(folder: string, { name, text }: FirstDocument, teller: Teller): Promise<string> {
  const file = path.join(folder, name);
  const written = (await writeNewFile(file, text)) || (await holdsText(file, text));
  teller.say(written ? 'fileMade' : 'fileKept', { file });
  return file;
}

/** Grants of fields that nobody else knows yet are kept apart: published now they would reject the whole part. */
async function writeDomestic(
  out: string,
  document: FirstDocument,
  { composed = false }: { composed?: boolean | undefined },
  teller: Teller,
): Promise<void> {
  const file = await writeDocument(path.join(out, composed ? 'rules' : 'rules-when-composed'), document, teller);
  if (!composed) teller.say('later', { file });
}
