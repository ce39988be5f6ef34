import { z } from 'zod';
import { readDataFile } from './data-file';
import { GOVERNMENTS } from './governments';
import { StatementProgramme } from './programme';

/** A commitment as the joint statement has it; where it stands is recorded apart. */
export interface StatementCommitment {
  readonly id: string;
  readonly contributedBy: string;
  readonly programme: StatementProgramme;
  readonly titleEn: string;
  readonly titleEs: string;
  readonly dueOn: string | null;
  readonly source: string;
}

const row = z
  .object({
    programme: z.enum(StatementProgramme),
    party: z.enum(GOVERNMENTS),
    due_on: z.union([z.iso.date(), z.literal('')]),
    title_en: z.string().min(1),
    title_es: z.string().min(1),
    source: z.url(),
  })
  .transform(
    ({ programme, party, due_on, title_en, title_es, source }): StatementCommitment => ({
      id: `${party}:${programme}`,
      contributedBy: party,
      programme,
      titleEn: title_en,
      titleEs: title_es,
      dueOn: due_on || null,
      source,
    }),
  );

/** Every commitment by its id, in the order of the statement's programmes. */
export const STATEMENT_COMMITMENTS: ReadonlyMap<string, StatementCommitment> = new Map(
  readDataFile('commitments.csv', row).map((commitment) => [commitment.id, commitment]),
);
