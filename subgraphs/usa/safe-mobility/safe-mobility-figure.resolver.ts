import { CountUnit, count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { Connection } from 'mongoose';
import { Ctx, Query, Resolver } from 'type-graphql';
import { publishedConflicts, type StatedTotal } from './published-conflicts';
import { SafeMobilityPathway as Pathway, SafeMobilityStage as Stage } from './safe-mobility-codes';
import { SafeMobilityConflict } from './safe-mobility-conflict';
import { absentFigure, figureOf, SafeMobilityFigure, type Unpublished } from './safe-mobility-figure';
import { countOf, DATASET, type SafeMobilityRow } from './safe-mobility-row';
import { safeMobilityRowModel } from './safe-mobility-row.model';

const NO_PATHWAY = 'The offices screened for it; no source that is held prints how many were referred.';
const UNPUBLISHED: readonly Unpublished[] = [
  { stage: Stage.REFERRED, pathway: Pathway.CHNV_PAROLE, destination: 'USA' },
  { stage: Stage.REFERRED, pathway: Pathway.FAMILY_REUNIFICATION_PAROLE, destination: 'USA' },
  { stage: Stage.REFERRED, pathway: Pathway.LABOUR, destination: 'USA' },
  { stage: Stage.REFERRED, pathway: Pathway.RESETTLEMENT_ELSEWHERE, destination: 'CAN' },
];
const REASONS = [
  'The stated total is rounded down: "more than".',
  "Persons and applications are used alike by the source; one person's registration may stand for a family.",
  'The article does not say as of when the stated total is.',
];

/** Answers the published figures of the initiative, and where they do not agree. */
@Resolver(() => SafeMobilityFigure)
export class SafeMobilityFigureResolver {
  @Query(() => [SafeMobilityFigure], {
    nullable: true,
    description:
      'Every published figure of the initiative as its source prints it, by office and for all; pathways without a figure are rows too. Running totals: never add rows.',
  })
  @Owner('USA')
  @Sensitivity('STATISTICAL')
  async safeMobilityFigures(@Ctx() { connection }: ServeContext): Promise<SafeMobilityFigure[]> {
    const rows = await readRows(connection);
    return [...rows.map(figureOf), ...UNPUBLISHED.map((about) => absentFigure(about, NO_PATHWAY))];
  }

  @Query(() => [SafeMobilityConflict], {
    nullable: true,
    description: 'Where published statements on the same registrations do not agree, with the signed difference.',
  })
  @Owner('USA')
  @Sensitivity('STATISTICAL')
  async safeMobilityConflicts(@Ctx() { connection }: ServeContext): Promise<SafeMobilityConflict[]> {
    const rows = await readRows(connection);
    return publishedConflicts().map((stated) => conflictOf(stated, rows));
  }
}

const readRows = (connection: Connection): Promise<SafeMobilityRow[]> =>
  safeMobilityRowModel(connection).find().sort({ sequence: 1 }).lean<SafeMobilityRow[]>();

// INVARIANT: only figures of one publisher, of one stage and as of one day are added.
function conflictOf({ offices, row: stated }: StatedTotal, rows: readonly SafeMobilityRow[]): SafeMobilityConflict {
  const single = rows.filter(
    ({ office, stage, asOf, source }) =>
      office !== null &&
      offices.includes(office) &&
      stage === stated.stage &&
      asOf === stated.asOf &&
      source === stated.source,
  );
  const value = single.reduce((sum, row) => sum + row.value, 0);
  return Object.assign(new SafeMobilityConflict(), {
    offices,
    stated: countOf(stated),
    ofTheOffices: count({
      value,
      countingParty: stated.countingParty,
      unit: CountUnit.PERSONS,
      asOf: stated.asOf,
      source: stated.source,
      dataset: DATASET,
      definition: 'Registrations with the single offices, added.',
      coverageFrom: '2023-06',
      coverageTo: stated.asOf,
      note: `Derived: ${single.map((row) => `${row.office} ${row.value}`).join(' + ')}.`,
    }),
    officesMinusStated: value - stated.value,
    reasons: REASONS,
  });
}
