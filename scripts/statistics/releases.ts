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
  const lines: string[] = [];
  for (const domain of countedDomains(flags.domain))
    for (const release of await releasesOf(domain, flags, language)) lines.push(lineOf(release, language));
  return lines.join('') || `${say('none', language)}\n`;
}

/** Makes the next release of a table, or of each one; asked as the owner's administrator. */
export async function makeReleases(flags: ReleaseFlags, language: Language): Promise<string> {
  const lines: string[] = [];
  for (const domain of countedDomains(flags.domain)) {
    const inForce = await releasesOf(domain, { ...flags, earlier: '0' }, language);
    for (const table of tablesOf(domain.statistics, flags)) {
      const number = (inForce.find((release) => release.table === table)?.number ?? 0) + 1;
      await makeRelease({ domain, table, number }, flags, language);
      lines.push(`${say('made', language, { table, number })}\n`);
    }
  }
  return lines.join('');
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

async function releasesOf(
  { definition, statistics }: CountedDomain,
  flags: ReleaseFlags,
  language: Language,
): Promise<readonly Release[]> {
  const field = `${statistics.name.charAt(0).toLowerCase()}${statistics.name.slice(1)}StatisticReleases`;
  const query = `query ($first: Int!) { ${field}(first: $first) {
    table number madeOn publishedCells suppressedCells protection } }`;
  const { data } = await ask({ query, variables: { first: earlierOf(flags) + 1 } }, flags, language);
  const told = releases.nullable().parse(data?.[field] ?? null);
  if (!told) throw new StatisticsFault('notShown', { domain: definition.name });
  const wanted = tablesOf(statistics, flags);
  return told.filter(({ table }) => wanted.includes(table));
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

/** @throws StatisticsFault that names the tables that there are */
function tablesOf({ tables }: DomainStatistics, { table }: ReleaseFlags): readonly string[] {
  const names = tables.map(({ name }) => name);
  if (table !== undefined && !names.includes(table))
    throw new StatisticsFault('unknownTable', { known: names.join(', ') });
  return table === undefined ? names : [table];
}

function earlierOf({ earlier = '0' }: ReleaseFlags): number {
  if (!/^\d{1,2}$/.test(earlier) || Number(earlier) > MOST_EARLIER) throw new StatisticsFault('badEarlier');
  return Number(earlier);
}

const lineOf = ({ publishedCells, suppressedCells, ...release }: Release, language: Language): string =>
  `${printable(say('inForce', language, { ...release, published: publishedCells, suppressed: suppressedCells }))}\n`;
