import path from 'node:path';
import type { LabelTable } from '../labels/label';
import { checkCap, checkGrant, checkParties } from './check-rules';
import { lackOfGuardrails } from './guardrails-of-all';
import { NONE } from './levels';
import { RuleFileError, readYaml } from './read-yaml';
import type { Agreement, Cap, Grant } from './rule';
import { OWNER_ALL, type RuleContext } from './rule-context';
import { agreementFile, type CapText, type GrantText, guardrailFile, partiesFile } from './rule-files';
import { indexRules, type RuleSet } from './rule-set';
import { digestOf, readRuleTexts } from './rule-texts';

/** One owner's rules, or the fault for which the whole part is rejected. */
interface OwnersPart {
  readonly grants: Grant[];
  readonly caps: Cap[];
}

/** A rule set, and the files for which an owner's part was rejected. */
export interface LoadedRules {
  readonly ruleSet: RuleSet;
  readonly rejected: ReadonlyMap<string, RuleFileError>;
  /** The digest of the files that were read. */
  readonly filesVersion: string;
}

/**
 * Reads `parties.yaml`, `agreements/*.yaml` and `guardrails/*.yaml` of a folder.
 *
 * INVARIANT: one invalid rule rejects that owner's whole part; the part of `previous` stays in force, and
 * without one nothing of that owner is shown. Invalid guardrails of ALL reject the whole set: throws.
 */
export function loadRuleSet(directory: string, labels: LabelTable, previous?: RuleSet): LoadedRules {
  const texts = readRuleTexts(directory);
  const parties = readYaml(...texts.parties, partiesFile).content;
  const reading: Reading = { parts: new Map(), rejected: new Map(), context: { labels, parties } };
  for (const [file, text] of texts.guardrails) readInto(reading, { file, text, read: readGuardrails });
  for (const [file, text] of texts.agreements) readInto(reading, { file, text, read: readAgreement });
  const { parts, rejected } = reading;
  const faultOfAll =
    rejected.get(OWNER_ALL) ?? lackOfGuardrails({ caps: parts.get(OWNER_ALL)?.caps ?? [], directory, previous });
  if (faultOfAll) throw faultOfAll;
  for (const owner of rejected.keys())
    if (parties[owner]) parts.set(owner, previous ? partOf(owner, previous) : nothingOf(owner, labels));
  const all = [...parts.values()];
  const grants = all.flatMap((part) => part.grants);
  const ruleSet = indexRules({
    version: rejected.size === 0 ? texts.version : versionOfParts(parts),
    labels,
    parties,
    rules: { grants, caps: all.flatMap((part) => part.caps) },
    agreements: [...new Set(grants.map(({ agreement }) => agreement))],
  });
  return { ruleSet, rejected, filesVersion: texts.version };
}

/** INVARIANT: points with the same parts in force have one version, however they came by them; others have others. */
const versionOfParts = (parts: ReadonlyMap<string, OwnersPart>): string =>
  digestOf(['parts in force', ...[...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map((part) => JSON.stringify(part))]);

/** The part of an owner whose rules cannot be read and were never read before: its PUBLIC fields are withheld too. */
function nothingOf(owner: string, labels: LabelTable): OwnersPart {
  const coordinates = [...labels.fields.values()]
    .filter((label) => label.owner === owner && label.nullable && !label.structural && !label.key)
    .map(({ coordinate }) => coordinate);
  const reason = {
    en: "The owner's rules cannot be read; nothing is shown until they can.",
    es: 'Las reglas del titular no se pueden leer; no se muestra nada hasta que se puedan leer.',
  };
  const cap: Cap = {
    id: 'RULES-UNREADABLE',
    guardrails: 'RULES-UNREADABLE',
    owner,
    target: { coordinates },
    audience: {},
    scope: 'ALWAYS',
    level: NONE,
    reason,
    source: 'Withheld unless shared',
  };
  return { grants: [], caps: [cap] };
}

type ReadPart = { owner: string } & OwnersPart;

/** What is read so far. */
interface Reading {
  readonly parts: Map<string, OwnersPart>;
  readonly rejected: Map<string, RuleFileError>;
  readonly context: RuleContext;
}

/** One file, and how it is read. */
interface RuleFile {
  readonly file: string;
  readonly text: string;
  readonly read: (file: string, text: string, context: RuleContext) => ReadPart;
}

function readInto({ parts, rejected, context }: Reading, { file, text, read }: RuleFile): void {
  try {
    const part = read(file, text, context);
    const known = parts.get(part.owner);
    parts.set(part.owner, {
      grants: [...(known?.grants ?? []), ...part.grants],
      caps: [...(known?.caps ?? []), ...part.caps],
    });
  } catch (error) {
    if (!(error instanceof RuleFileError)) throw error;
    const owner = ownerOf(text, context.parties);
    // An agreement of nobody known only grants: it is left out and reported, and nobody else's part suffers. An
    // empty file is one that is being written: all stays as it is until it is whole.
    const isLeftOut = read === readAgreement && text.trim() !== '';
    rejected.set(owner ?? (isLeftOut ? path.basename(file) : OWNER_ALL), error);
  }
}

/** The owner of a file that does not parse: its text still says; undefined where it names nobody known, or several. */
function ownerOf(text: string, parties: RuleContext['parties']): string | undefined {
  const named = new Set([...text.matchAll(/^owner: *["']?([A-Z]+)/gm)].map(([, owner]) => owner ?? ''));
  const [owner = ''] = named;
  return named.size === 1 && Object.hasOwn(parties, owner) ? owner : undefined;
}

function readAgreement(file: string, text: string, context: RuleContext): ReadPart {
  const yaml = readYaml(file, text, agreementFile);
  const { agreement: id, grants: texts, ...rest } = yaml.content;
  const agreement: Agreement = { id, ...rest };
  checkParties(agreement, context, yaml.errorAt);
  const grants = texts.map((grantText, index) => {
    const grant = grantOf(grantText, agreement);
    checkGrant(grant, context, (place, cause) =>
      yaml.errorAt(['grants', index, ...place], `grant ${grantText.id}: ${cause}`),
    );
    return grant;
  });
  return { owner: agreement.owner, grants, caps: [] };
}

function readGuardrails(file: string, text: string, context: RuleContext): ReadPart {
  const yaml = readYaml(file, text, guardrailFile);
  checkParties({ owner: yaml.content.owner }, context, yaml.errorAt);
  const caps = yaml.content.caps.map((capText, index) => {
    const cap = capOf(capText, yaml.content);
    checkCap(cap, context, (place, cause) => yaml.errorAt(['caps', index, ...place], `cap ${capText.id}: ${cause}`));
    return cap;
  });
  return { owner: yaml.content.owner, grants: [], caps };
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

function partOf(owner: string, previous: RuleSet): OwnersPart {
  const { grants, caps } = previous.rules;
  return {
    grants: grants.filter(({ agreement }) => agreement.owner === owner),
    caps: caps.filter((cap) => cap.owner === owner),
  };
}
