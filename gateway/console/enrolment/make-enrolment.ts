import { bytesOf, digestOf } from './base64url';
import { type EnrolmentForm, plain, readForm } from './enrolment-form';
import { findProblems, type Problems, problemOfText } from './find-problems';
import { type OwnField, ownFieldsIn } from './own-fields';
import { makePartyKeys, type PrivateKey } from './party-keys';
import { domesticDocument, hasGrants, partyDocument } from './rule-documents';
import { signEnrolment } from './sign-enrolment';

/** A file that is offered for download. */
export type MadeFile = { name: string; text: string; use: 'rootKey' | 'issuerKey' | 'enrolment' | 'rules' };

/** Everything that a party makes when it joins. */
export type MadeEnrolment = { party: string; fingerprint: string; files: MadeFile[] };

/** What the form came to: what is wrong with it, or what was made. */
export type Outcome = { problems: Problems; schemaProblem: boolean } | { made: MadeEnrolment };

/** Makes keys, enrolment and rules, once nothing is wrong with the form. @param sdl the party's schema, if it has one. */
export async function makeEnrolment(form: EnrolmentForm, sdl: string | null, now: Date): Promise<Outcome> {
  const said = readForm(form);
  const fields = sdl === null ? [] : ownFieldsOrNull(sdl, said.party);
  const problems = { ...findProblems(said), ...problemsOfGround(form, fields ?? []) };
  // A mistake leaves no key behind: keys are made last.
  if (fields === null || Object.keys(problems).length > 0) return { problems, schemaProblem: fields === null };
  const keys = await makePartyKeys();
  const schemaDigest = sdl === null ? null : await hexadecimalDigest(sdl);
  const { text, fingerprint } = await signEnrolment({ said, keys, schemaDigest, now });
  const legalGround = { en: plain(form.legalGroundEn), es: plain(form.legalGroundEs) };
  const documents = [partyDocument(said), domesticDocument({ said, fields, legalGround, from: now })];
  const code = said.party.toLowerCase();
  return {
    made: {
      party: said.party,
      fingerprint,
      files: [
        { name: `${code}.root.private.jwk.json`, text: keyText(keys.root), use: 'rootKey' },
        { name: `${code}.issuer.private.jwk.json`, text: keyText(keys.issuer), use: 'issuerKey' },
        { name: `enrolment.${code}.json`, text, use: 'enrolment' },
        ...documents.flatMap((document) => (document ? [{ ...document, use: 'rules' as const }] : [])),
      ],
    },
  };
}

const keyText = (key: PrivateKey): string => `${JSON.stringify(key, null, 2)}\n`;

function ownFieldsOrNull(sdl: string, party: string): OwnField[] | null {
  try {
    return ownFieldsIn(sdl, party);
  } catch {
    return null;
  }
}

/** Grants to a party's own staff rest on a law, which it names in both languages. */
function problemsOfGround({ legalGroundEn, legalGroundEs }: EnrolmentForm, fields: readonly OwnField[]): Problems {
  if (!hasGrants(fields)) return {};
  return {
    ...(problemOfText(plain(legalGroundEn)) && { legalGroundEn: 'legalGround' as const }),
    ...(problemOfText(plain(legalGroundEs)) && { legalGroundEs: 'legalGround' as const }),
  };
}

async function hexadecimalDigest(text: string): Promise<string> {
  return Array.from(await digestOf(bytesOf(text)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
