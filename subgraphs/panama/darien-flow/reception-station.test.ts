import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaDarienFlow } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(panamaDarienFlow, 0.005);
});
afterAll(() => domain.close());

describe('receptionStations', () => {
  it('lists stations and arrival communities with the status that their source gives', async () => {
    const { data } = await domain.ask(
      '{ receptionStations { place { code firstAdministrativeLevel } status headcount { value state } } }',
    );
    expect(data?.receptionStations.map(({ place, status }: any) => [place.code, status])).toEqual([
      ['PA-EM:BAJO_CHIQUITO', 'OPERATING'],
      ['PA-EM:CANAAN_MEMBRILLO', 'OPERATING'],
      ['PA-5:LAJAS_BLANCAS', 'OPERATING'],
      ['PA-5:SAN_VICENTE', 'OPERATING'],
      ['PA-4:LOS_PLANES_DE_GUALACA', 'OPERATING'],
      ['PA-5:LA_PENITA', 'FORMER'],
    ]);
    expect(
      data?.receptionStations.every(
        ({ headcount }: any) => headcount.value === null && headcount.state === 'NOT_PUBLISHED',
      ),
    ).toBe(true);
  });

  it('hangs on the place where it stands, and on no other', async () => {
    const { data } = await domain.ask(
      '{ places(codes: ["PA-5:LAJAS_BLANCAS", "CO-ANT:05490", "nowhere"]) { name receptionStation { status } } }',
    );
    expect(data?.places).toEqual([
      { name: 'Lajas Blancas (ERM)', receptionStation: { status: 'OPERATING' } },
      { name: 'Necocli', receptionStation: null },
    ]);
  });

  it('resolves a place from its key, and an unknown key is null', async () => {
    const { data } = await domain.ask(
      '{ _entities(representations: [{ __typename: "Place", code: "PA-5" }, { __typename: "Place", code: "PA-99" }]) { ... on Place { kind } } }',
    );
    expect(data?._entities).toEqual([{ kind: 'province' }, null]);
  });
});

describe('the weeks of a reception station', () => {
  const ask = (from: string, to: string) =>
    domain.ask(`{
      receptionStations { weeks(from: "${from}", to: "${to}") { weekFrom arrivals { value state coverageTo } } }
    }`);

  it('are rows that say that nothing is published, never zeros', async () => {
    const { data } = await ask('2024-02', '2024-03');
    const [station] = data?.receptionStations ?? [];
    expect(station.weeks).toHaveLength(8);
    expect(station.weeks.at(-1)).toEqual({
      weekFrom: '2024-03-25',
      arrivals: { value: null, state: 'NOT_PUBLISHED', coverageTo: '2024-03-31' },
    });
    expect(new Set(station.weeks.map(({ arrivals }: any) => arrivals.state))).toEqual(new Set(['NOT_PUBLISHED']));
  });

  it('are refused when the months are out of order', async () => {
    const { errors } = await ask('2024-03', '2024-02');
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});

describe('controlPosts', () => {
  it('are synthetic, every one', async () => {
    const { data } = await domain.ask('{ controlPosts { id dataset agency staffingBand place { country } } }');
    expect(data?.controlPosts).toHaveLength(12);
    for (const post of data?.controlPosts ?? []) {
      expect(post.dataset).toMatch(/^SYNTHETIC /);
      expect(post.place.country).toBe('PAN');
      expect(['1-9', '10-29', '30+']).toContain(post.staffingBand);
    }
  });
});
