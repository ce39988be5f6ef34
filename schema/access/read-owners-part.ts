import type { ZodType } from 'zod';
import { type BreakGlassHours, breakGlassHoursOf, sameHoursChecks } from './break-glass-hours';
import { capChecks, deprecationChecks, grantChecks, partyChecks } from './check-rules';
import { RuleFileError, readYaml } from './read-yaml';
import { type ReadRevocations, readRevocations, withoutRevoked } from './revocations/read-revocations';
import type { Revocation } from './revocations/revocation';
import { revocationFile } from './revocations/revocation-file';
import type { Agreement, Cap, Deprecation, Grant } from './rule';
import type { Check, Mistaken, RuleContext } from './rule-context';
import type { DocumentKind, RuleDocument } from './rule-documents';
import {
  agreementFile,
  type CapText,
  deprecationFile,
  type GrantText,
  guardrailFile,
  type Party,
  partyFile,
} from './rule-files';

/** What one owner grants, restricts and took back, and what of its own it is about to give up. */
export interface OwnersPart {
  readonly grants: readonly Grant[];
  readonly caps: readonly Cap[];
  readonly deprecations: readonly Deprecation[];
  readonly revocations: readonly Revocation[];
}

/** The shape of each kind of document. */
export const FILE_SHAPES: Readonly<Record<DocumentKind, ZodType<unknown, unknown>>> = {
  parties: partyFile,
  agreements: agreementFile,
  guardrails: guardrailFile,
  revocations: revocationFile,
  deprecations: deprecationFile,
};

/** Reads who a party is. @throws RuleFileError with file and line, also where the document is of another owner. */
export function readParty({ file, text }: RuleDocument, owner: string): Party {
  const yaml = readYaml(file, text, partyFile);
  const { party, ...content } = yaml.content;
  if (party !== owner) throw yaml.errorAt(['party'], `is of ${party}, and stands in the part of ${owner}`);
  return content;
}

/**
 * Reads the agreements, restrictions, revocations and deprecations of one owner's part and checks each rule. An
 * agreement that is revoked grants nothing.
 *
 * @throws RuleFileError with file and line at the first fault: one invalid rule rejects the whole part.
 */
export function readOwnersPart(documents: readonly RuleDocument[], owner: string, context: RuleContext): OwnersPart {
  const read = documents.map((document) => {
    const { checks, ...part } = readUnchecked(document, owner, context);
    for (const check of checks) check();
    return part;
  });
  const part = {
    grants: withoutRevoked(
      read.flatMap(({ grants }) => grants),
      read.flatMap(({ revokedAgreements }) => revokedAgreements),
    ),
    caps: read.flatMap(({ caps }) => caps),
    deprecations: read.flatMap(({ deprecations }) => deprecations),
    revocations: read.flatMap(({ revocations }) => revocations),
  };
  refuseTwice(part.deprecations, documents);
  for (const check of sameHoursChecks(read.flatMap(({ breakGlassHours }) => breakGlassHours))) check();
  return part;
}

/** What a document says, and what must hold of it. */
export interface UncheckedPart extends OwnersPart, Pick<ReadRevocations, 'revokedAgreements'> {
  readonly breakGlassHours: readonly BreakGlassHours[];
  readonly checks: readonly Check[];
}

/** Reads one document; whoever uses what it says runs the checks. @throws RuleFileError where it has not the shape of its kind. */
export function readUnchecked(document: RuleDocument, owner: string, context: RuleContext): UncheckedPart {
  const nothing: UncheckedPart = {
    grants: [],
    caps: [],
    deprecations: [],
    revocations: [],
    revokedAgreements: [],
    breakGlassHours: [],
    checks: [],
  };
  if (document.kind === 'agreements') return { ...nothing, ...readAgreement(document, owner, context) };
  if (document.kind === 'guardrails') return { ...nothing, ...readGuardrails(document, owner, context) };
  if (document.kind === 'revocations') return { ...nothing, ...readRevocations(document, owner) };
  if (document.kind === 'deprecations') return { ...nothing, ...readDeprecations(document, owner, context) };
  return nothing;
}

function readAgreement({ file, text }: RuleDocument, owner: string, context: RuleContext) {
  const { content, errorAt } = readYaml(file, text, agreementFile);
  const { agreement: id, grants: texts, ...rest } = content;
  const agreement: Agreement = { id, ...rest };
  const grants = texts.map((grantText) => grantOf(grantText, agreement));
  const checks = [
    foreignCheck(agreement.owner, owner, errorAt),
    ...partyChecks(agreement, context, errorAt),
    ...grants.flatMap((grant, index) =>
      grantChecks(grant, context, (place, cause, mistaken) =>
        errorAt(['grants', index, ...place], `grant ${grant.id}: ${cause}`, mistaken),
      ),
    ),
  ];
  return { grants, breakGlassHours: breakGlassHoursOf(id, texts, errorAt), checks };
}

function readGuardrails({ file, text }: RuleDocument, owner: string, context: RuleContext) {
  const { content, errorAt } = readYaml(file, text, guardrailFile);
  const caps = content.caps.map((capText) => capOf(capText, content));
  const checks = [
    foreignCheck(content.owner, owner, errorAt),
    ...partyChecks({ owner: content.owner }, context, errorAt),
    ...caps.flatMap((cap, index) =>
      capChecks(cap, context, (place, cause, mistaken) =>
        errorAt(['caps', index, ...place], `cap ${cap.id}: ${cause}`, mistaken),
      ),
    ),
  ];
  return { caps, checks };
}

function readDeprecations({ file, text }: RuleDocument, owner: string, context: RuleContext) {
  const { content, errorAt } = readYaml(file, text, deprecationFile);
  const deprecations = content.deprecates.map(
    ({ field, ...rest }): Deprecation => ({ ...rest, coordinate: field, owner: content.owner }),
  );
  const checks = [
    foreignCheck(content.owner, owner, errorAt),
    ...partyChecks({ owner: content.owner }, context, errorAt),
    ...deprecations.flatMap((deprecation, index) =>
      deprecationChecks(deprecation, context, (place, cause, mistaken) =>
        errorAt(['deprecates', index, ...place], `deprecation of ${deprecation.coordinate}: ${cause}`, mistaken),
      ),
    ),
  ];
  return { deprecations, checks };
}

type ErrorAt = (place: ReadonlyArray<string | number>, cause: string, mistaken?: Mistaken) => RuleFileError;

/** INVARIANT: nobody's part holds rules of another owner. */
const foreignCheck =
  (named: string, owner: string, errorAt: ErrorAt): Check =>
  () => {
    if (named !== owner) throw errorAt(['owner'], `is of ${named}, and stands in the part of ${owner}`);
  };

/** INVARIANT: a field has one date and one reason. @throws RuleFileError where it is deprecated twice. */
export function refuseTwice(deprecations: readonly Deprecation[], documents: readonly RuleDocument[]): void {
  const twice = deprecations.find(
    ({ coordinate }, index) => deprecations.findIndex((one) => one.coordinate === coordinate) !== index,
  );
  const last = documents.findLast(
    ({ kind, text }) => kind === 'deprecations' && text.includes(twice?.coordinate ?? ''),
  );
  if (twice && last) throw new RuleFileError(last.file, 0, `deprecates ${twice.coordinate} for the second time`);
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
