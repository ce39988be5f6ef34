import type { LabelTable } from '../labels/label';
import { OWNER_ALL } from '../labels/label';
import { lackOfGuardrails } from './guardrails-of-all';
import { isUnderRulesOf } from './joint-rules';
import { type OwnersPart, readOwnersPart, readParty } from './read-owners-part';
import { RuleFileError } from './read-yaml';
import { takenBackBy, withTakenBack } from './revocations/taken-back';
import type { RuleContext } from './rule-context';
import { digestOf, type RuleDocument } from './rule-documents';
import type { Party } from './rule-files';
import { indexRules, type RuleSet } from './rule-set';
import { canBeWithheld, withholdingCap } from './withholding-cap';

/** The documents of every owner, and what they are read with. */
export interface OwnersDocuments {
  readonly documents: ReadonlyMap<string, readonly RuleDocument[]>;
  readonly labels: LabelTable;
  /** The rules in force so far. */
  readonly previous: RuleSet | undefined;
  /** Where the documents come from, for messages. */
  readonly origin: string;
  /** Names the documents: equal ones have equal versions. */
  readonly version: string;
}

/** A rule set, and the faults for which owners' parts were rejected. */
export interface AssembledRules {
  readonly ruleSet: RuleSet;
  readonly rejected: ReadonlyMap<string, RuleFileError>;
}

/**
 * Makes a rule set of every owner's documents.
 *
 * INVARIANT: one invalid rule rejects that owner's whole part; the part of `previous` stays in force, and
 * without one nothing of that owner is shown. What a rejected part revokes is revoked. Invalid guardrails of ALL reject the whole set: throws.
 */
export function assembleRuleSet(input: OwnersDocuments): AssembledRules {
  const { labels, previous, origin } = input;
  const rejected = new Map<string, RuleFileError>();
  const parties = readParties(input, rejected);
  const parts = readParts(input, { labels, parties }, rejected);
  const faultOfAll =
    rejected.get(OWNER_ALL) ?? lackOfGuardrails({ caps: parts.get(OWNER_ALL)?.caps ?? [], origin, previous });
  if (faultOfAll) throw faultOfAll;
  keepWhatIsRejected(input, { parties, parts, rejected });
  const all = [...parts.values()];
  const grants = all.flatMap((part) => part.grants);
  const ruleSet = indexRules({
    version: rejected.size === 0 ? input.version : versionOfParts(parts, parties),
    labels,
    parties,
    rules: {
      grants,
      caps: all.flatMap((part) => part.caps),
      deprecations: all.flatMap((part) => part.deprecations),
    },
    revocations: all.flatMap((part) => part.revocations),
    agreements: [...new Set(grants.map(({ agreement }) => agreement))],
  });
  return { ruleSet, rejected };
}

type Rejected = Map<string, RuleFileError>;

interface ReadRules {
  readonly parties: Record<string, Party>;
  readonly parts: Map<string, OwnersPart>;
  readonly rejected: Rejected;
}

/** INVARIANT: of a party of which nobody knows whom it revoked, nobody is let in. */
function keepWhatIsRejected({ documents, labels, previous }: OwnersDocuments, read: ReadRules): void {
  for (const owner of read.rejected.keys()) {
    if (!read.parties[owner]) continue;
    const takenBack = takenBackBy(documents.get(owner) ?? [], owner);
    const kept = previous ? partOf(owner, previous) : nothingOf(owner, labels);
    read.parts.set(owner, withTakenBack(kept, takenBack));
    if (!previous && takenBack.isPartial) delete read.parties[owner];
  }
}

/** Who the parties are. One that cannot be read stays what it was. */
function readParties({ documents, previous }: OwnersDocuments, rejected: Rejected): Record<string, Party> {
  const parties: Record<string, Party> = {};
  for (const [owner, ofOwner] of documents) {
    const texts = ofOwner.filter(({ kind }) => kind === 'parties');
    const known = previous?.parties[owner];
    attempt(owner, rejected, () => {
      for (const document of texts) parties[owner] = readParty(document, owner);
    });
    if (rejected.has(owner) && known) parties[owner] = known;
  }
  return parties;
}

function readParts({ documents }: OwnersDocuments, context: RuleContext, rejected: Rejected): Map<string, OwnersPart> {
  const parts = new Map<string, OwnersPart>();
  for (const [owner, ofOwner] of documents)
    attempt(owner, rejected, () => parts.set(owner, readOwnersPart(ofOwner, owner, context)));
  return parts;
}

function attempt(owner: string, rejected: Rejected, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof RuleFileError)) throw error;
    if (!rejected.has(owner)) rejected.set(owner, error);
  }
}

/** INVARIANT: points with the same parts in force have one version, however they came by them; others have others. */
const versionOfParts = (parts: ReadonlyMap<string, OwnersPart>, parties: Record<string, Party>): string =>
  digestOf([
    'parts in force',
    JSON.stringify(parties),
    ...[...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map((part) => JSON.stringify(part)),
  ]);

function partOf(owner: string, previous: RuleSet): OwnersPart {
  const { grants, caps, deprecations = [] } = previous.rules;
  return {
    grants: grants.filter(({ agreement }) => agreement.owner === owner),
    caps: caps.filter((cap) => cap.owner === owner),
    deprecations: deprecations.filter((one) => one.owner === owner),
    revocations: previous.revocations.filter(({ party }) => party === owner),
  };
}

/** The part of an owner whose rules cannot be read and were never read before: its PUBLIC fields are withheld too. */
function nothingOf(owner: string, labels: LabelTable): OwnersPart {
  const coordinates = [...labels.fields.values()]
    .filter((label) => isUnderRulesOf(label, owner, labels) && canBeWithheld(label))
    .map(({ coordinate }) => coordinate);
  const reason = {
    en: "The owner's rules cannot be read; nothing is shown until they can.",
    es: 'Las reglas del titular no se pueden leer; no se muestra nada hasta que se puedan leer.',
  };
  const id = 'RULES-UNREADABLE';
  const caps = [withholdingCap({ id, owner, coordinates, reason })];
  return { grants: [], caps, deprecations: [], revocations: [] };
}
