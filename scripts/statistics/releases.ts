import type { Language } from '@pasarela/schema/localized-text';
import { printable } from '@pasarela/schema/questions/printable';
import type { DomainStatistics } from '@pasarela/serve/statistics/statistic-table';
import { z } from 'zod';
import { PERSONAS } from '../development/personas';
import { askOffice } from '../rights/ask-office';
import { type CountedDomain, countedDomains } from './counted-domains';
import { StatisticsFault, say } from './texts';

/** What a command about releases was called with. */
export interface ReleaseFlags {
  readonly domain?: string;
  readonly table?: string;
  readonly earlier?: string;
  readonly as?: string;
  readonly tokenFile?: string;
  readonly purpose?: string;
  readonly url?: string;
}

const releases = z.array(
  z.object({
    table: z.string(),
    number: z.number(),
    madeOn: z.string(),
    publishedCells: z.number(),
    suppressedCells: z.number(),
    protection: z.string(),
  }),
);
type Release = z.infer<typeof releases>[number];

const MOST_EARLIER = 52;
const ADMINISTRATION = 'POLICY_ADMINISTRATION';

/** Lists the releases that are in force, and earlier ones where they are wanted, a line each. */
export async function listReleases(flags: ReleaseFlags, language: Language): Promise<string> {
  const shown = await shownReleases(flags, language);
  const lines = shown.flatMap(({ domain, releases: told }) => told.map((release) => lineOf(domain, release, language)));
  return lines.join('') || `${say('none', language)}\n`;
}

/** Makes the next release of a table, or of each one; asked as the owner's administrator. */
export async function makeReleases(flags: ReleaseFlags, language: Language): Promise<string> {
  const lines: string[] = [];
  for (const { domain, releases: inForce } of await shownReleases({ ...flags, earlier: '0' }, language))
    for (const table of tablesOf(domain.statistics, flags)) {
      const number = (inForce.find((release) => release.table === table)?.number ?? 0) + 1;
      await makeRelease({ domain, table, number }, flags, language);
      lines.push(`${say('made', language, { domain: domain.definition.name, table, number })}\n`);
    }
  return lines.join('');
}

/** The releases of each domain that shares them with whoever asks. @throws StatisticsFault where none does */
async function shownReleases(
  flags: ReleaseFlags,
  language: Language,
): Promise<ReadonlyArray<{ readonly domain: CountedDomain; readonly releases: readonly Release[] }>> {
  const domains = domainsOf(flags);
  const shown = [];
  for (const domain of domains) {
    const told = await releasesOf(domain, flags, language);
    if (told) shown.push({ domain, releases: told });
  }
  if (shown.length > 0) return shown;
  throw new StatisticsFault('notShown', { domain: domains.map(({ definition }) => definition.name).join(', ') });
}

async function makeRelease(
  { domain, table, number }: { readonly domain: CountedDomain; readonly table: string; readonly number: number },
  flags: ReleaseFlags,
  language: Language,
): Promise<void> {
  const query = `mutation ($table: String!, $number: Int!) {
    make${domain.statistics.name}StatisticRelease(table: $table, number: $number) { number } }`;
  await ask({ query, variables: { table, number } }, flags, language);
}

/** The releases of a domain; undefined where they are not shared with whoever asks. */
async function releasesOf(
  { statistics }: CountedDomain,
  flags: ReleaseFlags,
  language: Language,
): Promise<readonly Release[] | undefined> {
  const field = `${statistics.name.charAt(0).toLowerCase()}${statistics.name.slice(1)}StatisticReleases`;
  const query = `query ($first: Int!) { ${field}(first: $first) {
    table number madeOn publishedCells suppressedCells protection } }`;
  const { data } = await ask({ query, variables: { first: earlierOf(flags) + 1 } }, flags, language);
  const wanted = tablesOf(statistics, flags);
  return releases
    .nullable()
    .parse(data?.[field] ?? null)
    ?.filter(({ table }) => wanted.includes(table));
}

function ask(question: Parameters<typeof askOffice>[0], flags: ReleaseFlags, language: Language) {
  const { as, tokenFile, url, purpose } = flags;
  if (!as && !tokenFile) throw new StatisticsFault('whoAsks');
  const isAdministrator = PERSONAS.get(as ?? '')?.purposes.includes(ADMINISTRATION) ?? true;
  return askOffice(
    question,
    {
      purpose: purpose ?? (isAdministrator ? ADMINISTRATION : 'STATISTICS'),
      ...(as && { as }),
      ...(tokenFile && { tokenFile }),
      ...(url && { url }),
    },
    language,
  );
}

const namesOf = ({ tables }: DomainStatistics): readonly string[] => tables.map(({ name }) => name);

/** The domains that are meant and hold the table, if one is given. @throws StatisticsFault that names the tables that there are */
function domainsOf({ domain, table }: ReleaseFlags): readonly CountedDomain[] {
  const meant = countedDomains(domain);
  const found = meant.filter(({ statistics }) => table === undefined || namesOf(statistics).includes(table));
  if (found.length > 0) return found;
  const known = new Set(meant.flatMap(({ statistics }) => namesOf(statistics)));
  throw new StatisticsFault('unknownTable', { known: [...known].join(', ') });
}

const tablesOf = (statistics: DomainStatistics, { table }: ReleaseFlags): readonly string[] =>
  table === undefined ? namesOf(statistics) : [table];

function earlierOf({ earlier = '0' }: ReleaseFlags): number {
  if (!/^\d{1,2}$/.test(earlier) || Number(earlier) > MOST_EARLIER) throw new StatisticsFault('badEarlier');
  return Number(earlier);
}

function lineOf({ definition }: CountedDomain, release: Release, language: Language): string {
  const { publishedCells: published, suppressedCells: suppressed, ...head } = release;
  const slots = { ...head, published, suppressed, domain: definition.name };
  return `${printable(say('inForce', language, slots))}\n`;
}
