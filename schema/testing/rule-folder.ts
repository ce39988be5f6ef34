import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DOCUMENT_KINDS } from '../access/rule-documents';
import { labelsOf } from './labels';

/** The parties of a test's rule folder: two, with an agency each. */
const COLOMBIA = `party: COL
name: { en: Colombia, es: Colombia }
contact: Colombia's officer
agencies: [MIGRACION_COLOMBIA]
`;
const PANAMA = `party: PAN
name: { en: Panama, es: Panamá }
contact: Panama's officer
agencies: [SNM]
`;

/** Guardrails of ALL, without which no rules are accepted; their tag reaches none of the labels below. */
const GUARDRAILS_OF_ALL = `guardrails: ALL
owner: ALL
title: { en: All, es: Todos }
caps:
  - id: G-SOURCE
    about: [SOURCE]
    scope: ALWAYS
    level: none
    reason: { en: Never, es: Nunca }
    source: none
`;

/** The labels that the texts below speak of. */
export const FOLDER_LABELS = labelsOf(`
  type Crossing @owner(party: "PAN") @key(fields: "id") {
    id: ID! @sensitivity(as: OPERATIONAL)
    sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    on: PartialDate @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    birthDate: BirthDate @sensitivity(as: PERSONAL) @about(subjects: [CHILD])
    dataset: String! @sensitivity(as: PUBLIC)
  }
  type Permit @owner(party: "COL") {
    stage: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
  }
  type Count @structural { value: Int }
`);

/** A folder of rule files that a test writes and that is removed at its end. */
export interface RuleFolder {
  readonly directory: string;
  /** Writes a file, `agreements/x.yaml` for instance, and returns its whole path. */
  write(name: string, text: string): string;
  remove(): void;
}

/** Makes a folder with two parties and no rules but a guardrail that reaches nothing. */
export function makeRuleFolder(): RuleFolder {
  const directory = mkdtempSync(path.join(tmpdir(), 'pasarela-rules-'));
  const write = (name: string, text: string): string => {
    const file = path.join(directory, name);
    writeFileSync(file, text);
    return file;
  };
  for (const folder of DOCUMENT_KINDS) mkdirSync(path.join(directory, folder));
  write('parties/col.yaml', COLOMBIA);
  write('parties/pan.yaml', PANAMA);
  write('guardrails/all.yaml', GUARDRAILS_OF_ALL);
  return { directory, write, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** The text of a valid agreement of an owner with one grant; the grant's lines start at line 12. */
export function agreementText({ owner = 'PAN', fields = 'Crossing: [sex]', level = 'full' } = {}): string {
  return `agreement: ${owner}-TEST
owner: ${owner}
title: { en: Test, es: Prueba }
parties: [COL, PAN]
legalGround: { en: None, es: Ninguno }
from: 2026-01-01
to: 2027-01-01
obligations:
  deleteBy: P1D
  passingOn: { en: Never, es: Nunca }
grants:
  - id: ${owner}-GRANT
    fields:
      ${fields}
    audience: { parties: [COL], agencies: [MIGRACION_COLOMBIA], roles: [ANALYST] }
    purposes: [MIGRATION_MANAGEMENT]
    level: ${level}
`;
}

/** The text of a valid file of caps of an owner with one cap; the cap starts at line 5. */
export function guardrailText({ owner = 'PAN', target = 'about: [CHILD]', level = 'none' } = {}): string {
  return `guardrails: ${owner}-TEST
owner: ${owner}
title: { en: Test, es: Prueba }
caps:
  - id: ${owner}-CAP
    ${target}
    scope: CROSSING
    level: ${level}
    reason: { en: A test, es: Una prueba }
    source: The test
`;
}
