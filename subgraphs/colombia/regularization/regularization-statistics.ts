import type { Marks } from '@pasarela/schema/disclosure-control/inheritance/strictest-marks';
import type { ProtectionRule } from '@pasarela/schema/disclosure-control/protection-rule';
import { EVERYBODY, flatDimension } from '@pasarela/schema/disclosure-control/table/dimension';
import { ageBandOf } from '@pasarela/serve/mask/age-band';
import type { DomainStatistics, StatisticTable } from '@pasarela/serve/statistics/statistic-table';
import { AGE_BAND, DEPARTMENT, departmentOf, SEX } from './holder-dimensions';
import { IntegrationIndicator, Schooling, WorkSituation } from './integration-codes';
import { type PermitHolderRow, type PermitRow, permitModel } from './permit.model';
import { HealthAffiliation } from './permit-holder';
import { PermitStage } from './permit-stage';
import { SYNTHETIC_PERMITS } from './synthetic-permit';

/** Children are among those who are counted in every table, so each has the threshold of children. */
const RULE: ProtectionRule = { threshold: 10, zerosSuppressed: false };
/** That nobody of a group stands in a category would tell it of all of them. */
const SENSITIVE_RULE: ProtectionRule = { threshold: 10, zerosSuppressed: true, sensitiveDimension: 'category' };
/** Figures may be published with their source and caution, as the agreement on statistics says. */
const MARKS: Marks = {
  tlp: 'CLEAR',
  handlingCodes: [],
  originators: ['COL'],
  datasets: [SYNTHETIC_PERMITS],
  synthetic: true,
};
const ALL_HOLDERS = [EVERYBODY];

type PermitTable = StatisticTable<PermitRow>;

/** A permit of whom nobody is known any more is still an application: that it was made is an administrative act. */
const releaseClassOf = ({ holder }: PermitRow): string => (holder ? classOf(holder) : 'NOBODY');
const classOf = ({ minor }: PermitHolderRow): string => (minor ? 'CHILD' : 'ADULT');
const countedForOthers = (releaseClass: string): boolean => ['CHILD', 'ADULT', 'NOBODY'].includes(releaseClass);
const permitTable = { rule: RULE, marks: MARKS, countedForOthers };

/** Permits by the stage in which they stand. */
export const PERMITS_BY_STAGE: PermitTable = {
  ...permitTable,
  name: 'permits-by-stage',
  dimensions: [flatDimension('currentStage', Object.values(PermitStage))],
  // Those whose permit is delivered are all that the tables of holders count.
  alsoPublished: [[PermitStage.DELIVERED]],
  of: (permit) => ({ coordinates: [permit.currentStage], releaseClass: releaseClassOf(permit), personId: permit._id }),
};

/** Holders of a delivered permit by department, age and sex. */
export const HOLDERS: PermitTable = {
  ...permitTable,
  name: 'permit-holders',
  dimensions: [DEPARTMENT, AGE_BAND, SEX],
  alsoPublished: [
    [EVERYBODY, EVERYBODY, EVERYBODY],
    [EVERYBODY, '18-59', EVERYBODY],
  ],
  of: (permit) => {
    const holder = holderOf(permit);
    const ageBand = holder && ageBandOf(holder.birthDate, new Date(permit.registeredOn));
    return holder && ageBand ? person(permit, [departmentOf(permit.department), ageBand, holder.sex]) : null;
  },
};

/** Holders of a delivered permit by the category of each indicator in which they stand. */
export const INTEGRATION: Readonly<Record<IntegrationIndicator, PermitTable>> = {
  [IntegrationIndicator.HEALTH_AFFILIATION]: integrationTable(
    'holders-by-health-affiliation',
    Object.values(HealthAffiliation),
    ({ healthAffiliation }) => healthAffiliation,
  ),
  [IntegrationIndicator.SCHOOLING]: integrationTable(
    'children-by-schooling',
    Object.values(Schooling),
    ({ schooling }) => schooling,
  ),
  [IntegrationIndicator.FORMAL_WORK]: integrationTable(
    'holders-by-formal-work',
    Object.values(WorkSituation),
    ({ formalWork }) => formalWork,
  ),
};

function integrationTable(
  name: string,
  categories: readonly string[],
  categoryOf: (holder: PermitHolderRow) => string | null,
): PermitTable {
  return {
    ...permitTable,
    name,
    rule: SENSITIVE_RULE,
    dimensions: [flatDimension('category', categories)],
    alsoPublished: [ALL_HOLDERS],
    of: (permit) => {
      const holder = holderOf(permit);
      const category = holder && categoryOf(holder);
      return category ? person(permit, [category]) : null;
    },
  };
}

/** Who holds a permit: an applicant whose permit is delivered, and who is known. */
const holderOf = ({ currentStage, holder }: PermitRow): PermitHolderRow | null =>
  currentStage === PermitStage.DELIVERED ? (holder ?? null) : null;

const person = (permit: PermitRow, coordinates: readonly string[]) => ({
  coordinates,
  releaseClass: releaseClassOf(permit),
  personId: permit._id,
});

/** Every table of counts of the permits. */
export const regularizationStatistics: DomainStatistics = {
  name: 'Regularization',
  party: 'COL',
  tables: [PERMITS_BY_STAGE, HOLDERS, ...Object.values(INTEGRATION)],
  reads: [
    'currentStage',
    'department',
    'registeredOn',
    'holder.birthDate',
    'holder.sex',
    'holder.minor',
    'holder.healthAffiliation',
    'holder.schooling',
    'holder.formalWork',
  ],
  count: (connection) => permitModel(connection).countDocuments(),
  records: (connection) => permitModel(connection).find().lean<PermitRow>().cursor(),
};
