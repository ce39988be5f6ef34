import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { jointProtection } from './index';

let domain: OpenDomain;
beforeEach(async () => {
  domain = await openDomain(jointProtection, 0.005);
});
afterEach(() => domain.close());

const REPORT = `mutation ($input: ReportStationNeedInput!) {
  reportStationNeed(input: $input) { id contributedBy dataset persons { value state } version }
}`;
const REPORT_REGION = `mutation ($input: ReportRegionNeedInput!) {
  reportRegionNeed(input: $input) { region { code } need persons { value state } version history { version agency } }
}`;
const CELL = { month: '2025-03', persons: 40, expectedVersion: 0, clientKey: 'key-1' };
const STATION = { ...CELL, station: 'PA-5:SAN_VICENTE', code: 'SC-UC' };
const REGION = { ...CELL, region: 'PA-5', need: 'SV' };

const report = (changes: object = {}, party = 'HUM') =>
  domain.ask(REPORT, { input: { ...STATION, ...changes } }, { party });
const reportRegion = (changes: object = {}, party = 'HUM') =>
  domain.ask(REPORT_REGION, { input: { ...REGION, ...changes } }, { party });
const codeOf = ({ errors }: Awaited<ReturnType<typeof report>>) => errors?.[0]?.extensions.code;

describe('a report of needs', () => {
  it('is kept for the party of who reports, and marked SYNTHETIC where no issuer in use vouches for them', async () => {
    const { data, errors } = await report();
    expect(errors).toBeUndefined();
    expect(data?.reportStationNeed).toMatchObject({
      contributedBy: 'HUM',
      dataset: 'SYNTHETIC specific needs as reported through the exchange',
      persons: { value: 40, state: 'VALUE' },
      version: 1,
    });
  });

  it('of a region is kept by group, with its history', async () => {
    await reportRegion();
    const { data } = await reportRegion({ persons: 9, expectedVersion: 1, clientKey: 'key-2' });
    expect(data?.reportRegionNeed).toEqual({
      region: { code: 'PA-5' },
      need: 'SV',
      persons: { value: null, state: 'SUPPRESSED' },
      version: 2,
      history: [
        { version: 1, agency: 'TEST' },
        { version: 2, agency: 'TEST' },
      ],
    });
  });

  it.each([
    [{ station: 'PA-5' }, 'a province'],
    [{ station: 'PA-5:LA_PENITA' }, 'a station that is no more'],
    [{ station: 'nowhere' }, 'no place'],
    [{ code: 'LP-RR' }, 'a protected need'],
    [{ code: 'CR' }, 'a group'],
    [{ code: 'ZZ-ZZ' }, 'no code'],
    [{ month: '2026-02' }, 'a month that has not begun'],
    [{ persons: -1 }, 'fewer than nobody'],
    [{ persons: 100_001 }, 'too many'],
    [{ expectedVersion: -1 }, 'a version that cannot be'],
    [{ clientKey: 'not a key' }, 'a key without its form'],
  ])('with %j is refused: %s', async (changes, _why) => {
    expect(codeOf(await report(changes))).toBe('BAD_INPUT');
  });

  it.each([{ region: 'PA-5:SAN_VICENTE' }, { region: 'XX-1' }])('of the region %j is refused', async (changes) => {
    expect(codeOf(await reportRegion(changes))).toBe('BAD_INPUT');
  });

  it('that comes twice at once is written once; of two different ones one is a conflict', async () => {
    const same = await Promise.all([report(), report()]);
    expect(same.map(({ data }) => data?.reportStationNeed.version)).toEqual([1, 1]);
    const different = await Promise.all([
      report({ persons: 41, expectedVersion: 1, clientKey: 'key-2' }),
      report({ persons: 42, expectedVersion: 1, clientKey: 'key-3' }),
    ]);
    expect(different.map(codeOf).toSorted()).toEqual(['VERSION_CONFLICT', undefined]);
  });

  it('conflicts with a record that is there already, or is not there yet', async () => {
    expect(codeOf(await report({ expectedVersion: 1 }))).toBe('VERSION_CONFLICT');
    await report();
    expect(codeOf(await report({ clientKey: 'key-2' }))).toBe('VERSION_CONFLICT');
  });

  it('under a used key with another input is refused', async () => {
    await report();
    expect(codeOf(await report({ persons: 41 }))).toBe('BAD_INPUT');
    expect(codeOf(await report({ code: 'SC-SC' }))).toBe('BAD_INPUT');
  });

  it('of one party leaves the record of another alone', async () => {
    await report();
    const { data } = await report({ persons: 12 }, 'PAN');
    expect(data?.reportStationNeed).toMatchObject({ contributedBy: 'PAN', version: 1, persons: { value: 12 } });
    expect((await report()).data?.reportStationNeed).toMatchObject({ contributedBy: 'HUM', persons: { value: 40 } });
  });
});
