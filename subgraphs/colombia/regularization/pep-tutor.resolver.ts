import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, Query, Resolver } from 'type-graphql';
import { PepTutor } from './pep-tutor';
import { countOf, latestOf, readSeries } from './published-series';

/** Decreto 1209 de 2024 and Resolucion 2451 de 2025, as the sources report them. */
const NORMS = {
  legalBasis: ['Decreto 1209 de 2024', 'Resolucion 2451 de 2025'],
  eligibility:
    'Guardians of minors who held a PPT on 31 December 2023, with no PPT or visa of their own and no measure of expulsion or deportation.',
  applicationsFrom: '2025-09-01',
  applicationsTo: '2026-04-30',
  expiresOn: '2031-05-30',
  sources: [
    'https://talcualdigital.com/colombia-establece-permiso-especial-para-tutores-de-menores-venezolanos',
    'https://revista7.co/migracion-colombia-lanza-nuevo-permiso-especial-para-menores-venezolanos',
    'https://1250amcapitalradio.com/2024/06/18/gobierno-de-colombia-implementa-el-pep-tutor-para-regularizar-a-tutores-de-ninos-ninas-y-adolescentes-venezolanos-en-el-pais',
  ],
} as const;

/** What is published about PEP-TUTOR. */
@Resolver()
export class PepTutorResolver {
  @Query(() => PepTutor, {
    nullable: true,
    description: "The guardians' permit: legal basis, windows, and the published figures.",
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async pepTutor(@Ctx() context: ServeContext): Promise<PepTutor> {
    const rows = await readSeries(context, 'PEP_TUTOR');
    const published = (measure: string) => countOf(latestOf(rows, measure));
    return Object.assign(new PepTutor(), {
      ...NORMS,
      childrenWithoutRegisteredFamily: published('CHILDREN_WITHOUT_REGISTERED_FAMILY'),
      announcedReach: published('ANNOUNCED_REACH'),
      applicationsByCityAndOutcome: published('APPLICATIONS_BY_CITY_AND_OUTCOME'),
    });
  }
}
