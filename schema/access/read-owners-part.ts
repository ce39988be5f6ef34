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
    if (document.kind === 'agreements') grants.push(...readAgreement(document, owner, context));
    if (document.kind === 'guardrails') caps.push(...readGuardrails(document, owner, context));
  }
  return { grants, caps };
}

function readAgreement({ file, text }: RuleDocument, owner: string, context: RuleContext): Grant[] {
  const yaml = readYaml(file, text, agreementFile);
  const { agreement: id, grants: texts, ...rest } = yaml.content;
  const agreement: Agreement = { id, ...rest };
  refuseForeign(agreement.owner, owner, yaml.errorAt);
  checkParties(agreement, context, yaml.errorAt);
  checkBreakGlass(texts, yaml.errorAt);
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
function checkBreakGlass(texts: readonly GrantText[], errorAt: ErrorAt): void {
  const hours = texts.flatMap(({ breakGlass }) => breakGlass?.hours ?? []);
  const other = texts.findIndex(({ breakGlass }) => breakGlass !== undefined && breakGlass.hours !== hours[0]);
  if (other >= 0)
    throw errorAt(
      ['grants', other, 'breakGlass', 'hours'],
      `an agreement is opened as a whole: its break-glass grants all last ${hours[0]} hours, or all another number`,
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
