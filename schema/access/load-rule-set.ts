import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LabelTable } from '../labels/label';
import { checkCap, checkGrant, checkParties, OWNER_ALL } from './check-rules';
import { RuleFileError, readYaml } from './read-yaml';
import type { Agreement, Cap, Grant } from './rule';
import { agreementFile, type CapText, type GrantText, guardrailFile, partiesFile } from './rule-files';
import { indexRules, type RuleSet } from './rule-set';

/** One owner's rules, or the fault for which the whole part is rejected. */
interface OwnersPart {
  readonly grants: Grant[];
  readonly caps: Cap[];
}

/** A rule set, and the files for which an owner's part was rejected. */
export interface LoadedRules {
  readonly ruleSet: RuleSet;
  readonly rejected: ReadonlyMap<string, RuleFileError>;
}

/**
 * Reads `parties.yaml`, `agreements/*.yaml` and `guardrails/*.yaml` of a folder.
 *
 * INVARIANT: one invalid rule rejects that owner's whole part; the part of `previous` stays in force, and
 * without one nothing of that owner is granted. Invalid guardrails of ALL reject the whole set: throws.
 */
export function loadRuleSet(directory: string, labels: LabelTable, previous?: RuleSet): LoadedRules {
  const parties = readYaml(path.join(directory, 'parties.yaml'), partiesFile).content;
  const parts = new Map<string, OwnersPart>();
  const rejected = new Map<string, RuleFileError>();
  const context = { labels, parties };
  for (const file of yamlFiles(directory, 'guardrails'))
    readInto({ parts, rejected, parties }, file, () => readGuardrails(file, context));
  for (const file of yamlFiles(directory, 'agreements'))
    readInto({ parts, rejected, parties }, file, () => readAgreement(file, context));
  const faultOfAll = rejected.get(OWNER_ALL);
  if (faultOfAll) throw faultOfAll;
  for (const owner of rejected.keys()) parts.set(owner, previous ? partOf(owner, previous) : { grants: [], caps: [] });
  const all = [...parts.values()];
  const grants = all.flatMap((part) => part.grants);
  return {
    ruleSet: indexRules({
      version: versionOf(directory),
      labels,
      parties,
      grants,
      caps: all.flatMap((part) => part.caps),
      agreements: [...new Set(grants.map(({ agreement }) => agreement))],
    }),
    rejected,
  };
}

type ReadPart = { owner: string } & OwnersPart;
type RuleContext = Parameters<typeof checkGrant>[1];

/** What is read so far. */
interface Reading {
  readonly parts: Map<string, OwnersPart>;
  readonly rejected: Map<string, RuleFileError>;
  readonly parties: RuleContext['parties'];
}

function readInto({ parts, rejected, parties }: Reading, file: string, read: () => ReadPart): void {
  try {
    const part = read();
    const known = parts.get(part.owner);
    parts.set(part.owner, {
      grants: [...(known?.grants ?? []), ...part.grants],
      caps: [...(known?.caps ?? []), ...part.caps],
    });
  } catch (error) {
    if (!(error instanceof RuleFileError)) throw error;
    rejected.set(ownerOf(file, parties), error);
  }
}

/** The owner of a file that does not parse: its text still says, and without a known one it is taken as everybody's. */
function ownerOf(file: string, parties: RuleContext['parties']): string {
  const owner = readFileSync(file, 'utf8').match(/^owner: *["']?([A-Z]+)/m)?.[1] ?? OWNER_ALL;
  return parties[owner] ? owner : OWNER_ALL;
}

function readAgreement(file: string, context: RuleContext): ReadPart {
  const yaml = readYaml(file, agreementFile);
  const { agreement: id, grants: texts, ...rest } = yaml.content;
  const agreement: Agreement = { id, ...rest };
  checkParties(agreement, context, yaml.errorAt);
  const grants = texts.map((text, index) => {
    const grant = grantOf(text, agreement);
    checkGrant(grant, context, (place, cause) =>
      yaml.errorAt(['grants', index, ...place], `grant ${text.id}: ${cause}`),
    );
    return grant;
  });
  return { owner: agreement.owner, grants, caps: [] };
}

function readGuardrails(file: string, context: RuleContext): ReadPart {
  const yaml = readYaml(file, guardrailFile);
  checkParties({ owner: yaml.content.owner }, context, yaml.errorAt);
  const caps = yaml.content.caps.map((text, index) => {
    const cap = capOf(text, yaml.content.owner);
    checkCap(cap, context, (place, cause) => yaml.errorAt(['caps', index, ...place], `cap ${text.id}: ${cause}`));
    return cap;
  });
  return { owner: yaml.content.owner, grants: [], caps };
}

const coordinatesOf = (fields: Record<string, string[]>) =>
  Object.entries(fields).flatMap(([type, names]) => names.map((name) => `${type}.${name}`));

function grantOf({ fields, ...text }: GrantText, agreement: Agreement): Grant {
  return { ...text, agreement, coordinates: coordinatesOf(fields) };
}

function capOf({ fields, about, kinds, sensitivities, ...text }: CapText, owner: string): Cap {
  return { ...text, owner, target: { coordinates: fields && coordinatesOf(fields), about, kinds, sensitivities } };
}

function partOf(owner: string, previous: RuleSet): OwnersPart {
  return {
    grants: [...new Set([...previous.grants.values()].flat())].filter(({ agreement }) => agreement.owner === owner),
    caps: [...new Set([...previous.caps.values()].flat())].filter((cap) => cap.owner === owner),
  };
}

function yamlFiles(directory: string, folder: string): string[] {
  return readdirSync(path.join(directory, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => path.join(directory, folder, name));
}

/** A digest of every rule file, in the order of their names. */
export function versionOf(directory: string): string {
  const digest = createHash('sha256');
  for (const file of [
    path.join(directory, 'parties.yaml'),
    ...yamlFiles(directory, 'guardrails'),
    ...yamlFiles(directory, 'agreements'),
  ]) {
    digest.update(path.basename(file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return digest.digest('hex').slice(0, 16);
}
