import { RuleFileError, readYaml } from '@pasarela/schema/access/read-yaml';
import { agreementFile } from '@pasarela/schema/access/rule-files';
import { addGrant } from '@pasarela/schema/access/writing/add-grant';
import { agreementFileName, agreementText } from '@pasarela/schema/access/writing/agreement-text';
import type { WrittenGrant } from '@pasarela/schema/access/writing/grant-text';
import { requestError } from '@pasarela/schema/errors';
import { OWNER_ALL } from '@pasarela/schema/labels/label';
import type { DraftDocument } from '../drafts/rule-draft.model';
import type { AccessRequestRow } from './access-request.model';
import { checkReason } from './check-reason';
import type { DraftAccessInput, NewAgreementInput } from './draft-access-input';

/**
 * An owner's documents with a grant of what was asked for, to exactly who asked, in an agreement of theirs.
 *
 * @throws UNKNOWN_AGREEMENT, BAD_INPUT, RULES_INVALID where the agreement's text cannot be added to.
 */
export function documentsWithGrant(
  documents: readonly DraftDocument[],
  row: AccessRequestRow,
  { agreement, newAgreement }: Pick<DraftAccessInput, 'agreement' | 'newAgreement'>,
): DraftDocument[] {
  const known = documents.find((document) => agreementIn(document) === agreement);
  const grant = grantFor(row);
  if (newAgreement) {
    if (known) throw requestError('BAD_INPUT', { what: 'agreement is one that the owner has; leave newAgreement out' });
    return [...documents, newDocument(agreement, newAgreement, row)];
  }
  if (!known) throw requestError('UNKNOWN_AGREEMENT', { owner: row.owner });
  const text = asRequest(() => addGrant(known.name, known.text, grant));
  return documents.map((document) => (document === known ? { name: known.name, text } : document));
}

/** INVARIANT: it shows the field to the party, agency and roles that asked, for their purpose, and no more. */
const grantFor = ({ _id, owner, coordinate, by, roles, purpose, level }: AccessRequestRow): WrittenGrant => ({
  id: `${owner}-REQUEST-${_id.slice(0, 8).toUpperCase()}`,
  coordinate,
  audience: { parties: [by.party], agencies: [by.agency], roles },
  purposes: [purpose],
  level,
});

/** The id of the agreement that a text is; undefined for any other text. */
function agreementIn({ name, text }: DraftDocument): string | undefined {
  if (!name.startsWith('agreements/')) return undefined;
  try {
    return readYaml(name, text, agreementFile).content.agreement;
  } catch {
    return undefined;
  }
}

function newDocument(agreement: string, input: NewAgreementInput, row: AccessRequestRow): DraftDocument {
  if (!/^[A-Z0-9][A-Z0-9-]{0,60}$/.test(agreement))
    throw requestError('BAD_INPUT', { what: 'agreement is an id of capitals, digits and hyphens' });
  for (const [name, text] of Object.entries(input)) checkReason(text, name);
  const { owner, by } = row;
  const parties = [...new Set([...(owner === OWNER_ALL ? [] : [owner]), by.party])].sort();
  const { titleEn, titleEs, legalGroundEn, legalGroundEs, from, to, deleteBy, passingOnEn, passingOnEs } = input;
  const written = {
    agreement,
    owner,
    title: { en: titleEn, es: titleEs },
    parties,
    legalGround: { en: legalGroundEn, es: legalGroundEs },
    from,
    to,
    obligations: { deleteBy, passingOn: { en: passingOnEn, es: passingOnEs } },
  };
  return { name: agreementFileName(agreement, owner), text: agreementText(written, grantFor(row)) };
}

function asRequest<Result>(write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    if (error instanceof RuleFileError) throw requestError('RULES_INVALID', { what: error.message });
    throw error;
  }
}
