import { checkCap, checkGrant, checkParties } from './check-rules';
import { RuleFileError, readYaml } from './read-yaml';
import type { Agreement, Cap, Grant } from './rule';
import type { RuleContext } from './rule-context';
import type { RuleDocument } from './rule-documents';
import { agreementFile, type CapText, type GrantText, guardrailFile, type Party, partyFile } from './rule-files';

/** What one owner grants and restricts. */
export interface OwnersPart {
  readonly grants: readonly Grant[];
  readonly caps: readonly Cap[];
}

/** Reads who a party is. @throws RuleFileError with file and line, also where the document is of another owner. */
export function readParty({ file, text }: RuleDocument, owner: string): Party {
  const yaml = readYaml(file, text, partyFile);
  const { party, ...content } = yaml.content;
  if (party !== owner) throw yaml.errorAt(['party'], `is of ${party}, and stands in the part of ${owner}`);
  return content;
}

/**
 * Reads the agreements and restrictions of one owner's part and checks each rule.
 *
 * @throws RuleFileError with file and line at the first fault: one invalid rule rejects the whole part.
 */
export function readOwnersPart(documents: readonly RuleDocument[], owner: string, context: RuleContext): OwnersPart {
  const grants: Grant[] = [];
  const caps: Cap[] = [];
  for (const document of documents) {
    if (document.kind === 'agreements') grants.push(...readAgreement(document, { owner, context, earlier: grants }));
    if (document.kind === 'guardrails') caps.push(...readGuardrails(document, owner, context));
  }
  return { grants, caps };
}

/** What an agreement is read with. */
interface AgreementReading {
  readonly owner: string;
  readonly context: RuleContext;
  /** The grants of the owner's documents before this one: an agreement may stand in several. */
  readonly earlier: readonly Grant[];
}

function readAgreement({ file, text }: RuleDocument, { owner, context, earlier }: AgreementReading): Grant[] {
  const yaml = readYaml(file, text, agreementFile);
  const { agreement: id, grants: texts, ...rest } = yaml.content;
  const agreement: Agreement = { id, ...rest };
  refuseForeign(agreement.owner, owner, yaml.errorAt);
  checkParties(agreement, context, yaml.errorAt);
  checkBreakGlass(
    texts,
    earlier.filter((grant) => grant.agreement.id === id),
    yaml.errorAt,
  );
  return texts.map((grantText, index) => {
    const grant = grantOf(grantText, agreement);
    checkGrant(grant, context, (place, cause) =>
      yaml.errorAt(['grants', index, ...place], `grant ${grantText.id}: ${cause}`),
    );
    return grant;
  });
}

function readGuardrails({ file, text }: RuleDocument, owner: string, context: RuleContext): Cap[] {
  const yaml = readYaml(file, text, guardrailFile);
  refuseForeign(yaml.content.owner, owner, yaml.errorAt);
  checkParties({ owner: yaml.content.owner }, context, yaml.errorAt);
  return yaml.content.caps.map((capText, index) => {
    const cap = capOf(capText, yaml.content);
    checkCap(cap, context, (place, cause) => yaml.errorAt(['caps', index, ...place], `cap ${capText.id}: ${cause}`));
    return cap;
  });
}

/** Throws when break-glass grants of one agreement, which are opened together, last differently long. */
function checkBreakGlass(texts: readonly GrantText[], earlier: readonly Grant[], errorAt: ErrorAt): void {
  const hoursOf = (grants: ReadonlyArray<Pick<Grant, 'breakGlass'>>) =>
    grants.flatMap(({ breakGlass }) => breakGlass?.hours ?? []);
  const [hours] = [...hoursOf(earlier), ...hoursOf(texts)];
  const other = texts.findIndex(({ breakGlass }) => breakGlass !== undefined && breakGlass.hours !== hours);
  if (other >= 0)
    throw errorAt(
      ['grants', other, 'breakGlass', 'hours'],
      `an agreement is opened as a whole: its break-glass grants all last ${hours} hours, or all another number`,
    );
}

type ErrorAt = (place: ReadonlyArray<string | number>, cause: string) => RuleFileError;

/** INVARIANT: nobody's part holds rules of another owner. */
function refuseForeign(named: string, owner: string, errorAt: ErrorAt): void {
  if (named !== owner) throw errorAt(['owner'], `is of ${named}, and stands in the part of ${owner}`);
}

const coordinatesOf = (fields: Record<string, string[]>) =>
  Object.entries(fields).flatMap(([type, names]) => names.map((name) => `${type}.${name}`));

function grantOf({ fields, ...text }: GrantText, agreement: Agreement): Grant {
  return { ...text, agreement, coordinates: coordinatesOf(fields) };
}

function capOf(capText: CapText, { owner, guardrails }: { owner: string; guardrails: string }): Cap {
  const { fields, types, about, kinds, sensitivities, returning, rows, rowsOf, ...text } = capText;
  const coordinates = fields && coordinatesOf(fields);
  return {
    ...text,
    owner,
    guardrails,
    target: { coordinates, types, about, kinds, sensitivities, returning, rows, rowsOf },
  };
}
