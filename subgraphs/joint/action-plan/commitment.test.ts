import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { jointActionPlan } from './index';

let domain: OpenDomain;
beforeEach(async () => {
  domain = await openDomain(jointActionPlan, 1);
});
afterEach(() => domain.close());

const COMMITMENTS = /* GraphQL */ `
  query ($programme: StatementProgramme, $contributedBy: String) {
    actionPlanCommitments(programme: $programme, contributedBy: $contributedBy) {
      id contributedBy programme titleEn titleEs dueOn source status version note
      milestones { kind dueOn reachedOn }
      evidence { reference sha256 datedOn }
      history { version at byParty byAgency changed statusBefore statusAfter }
      authors { version by }
    }
  }
`;
const CHANGE = /* GraphQL */ `
  mutation ($input: ChangeCommitmentInput!) {
    changeCommitment(input: $input) {
      id status version note
      milestones { kind dueOn reachedOn }
      evidence { reference sha256 datedOn }
      history { version at byParty byAgency changed statusBefore statusAfter }
      authors { version by }
    }
  }
`;
const SHA = 'ab'.repeat(32);
const DOCUMENT = { reference: 'PA-MRE/2024-117', sha256: SHA, datedOn: '2024-11-20' };
const PRESENCE = { id: 'PAN:STATE_PRESENCE', expectedVersion: 0, clientKey: 'key-1', status: 'PLANNED' };

const commitments = async (variables: object = {}): Promise<any[]> =>
  (await domain.ask(COMMITMENTS, { ...variables })).data?.actionPlanCommitments;
const change = (input: object, party = 'PAN') => domain.ask(CHANGE, { input }, { party });
const refusalOf = ({ errors }: Awaited<ReturnType<typeof change>>) => {
  const extensions = errors?.[0]?.extensions as { code: string; details: Record<string, unknown> } | undefined;
  return extensions && [extensions.code, extensions.details.version];
};
const codeOf = (answer: Awaited<ReturnType<typeof change>>) => refusalOf(answer)?.[0];

describe('actionPlanCommitments', () => {
  it('are the programmes of the statement, a row for each party that reports, all UNKNOWN at first', async () => {
    const all = await commitments();
    expect(all).toHaveLength(21);
    expect(new Set(all.map(({ status, version }) => `${status} ${version}`))).toEqual(new Set(['UNKNOWN 0']));
    expect(new Set(all.map(({ contributedBy }) => contributedBy))).toEqual(new Set(['COL', 'PAN', 'USA']));
    expect(all.every(({ titleEn, titleEs, source }) => titleEn && titleEs && source.startsWith('https://'))).toBe(true);
  });

  it('hold the technical meeting, due 90 days after the statement, of which nothing is recorded', async () => {
    const meeting = await commitments({ programme: 'TECHNICAL_MEETING' });
    expect(meeting.map(({ id, dueOn, status, evidence }) => [id, dueOn, status, evidence])).toEqual([
      ['COL:TECHNICAL_MEETING', '2024-11-24', 'UNKNOWN', []],
      ['PAN:TECHNICAL_MEETING', '2024-11-24', 'UNKNOWN', []],
      ['USA:TECHNICAL_MEETING', '2024-11-24', 'UNKNOWN', []],
    ]);
    expect((Date.UTC(2024, 10, 24) - Date.UTC(2024, 7, 26)) / 86_400_000).toBe(90);
  });

  it('are narrowed by party', async () => {
    const ids = (await commitments({ contributedBy: 'COL' })).map(({ id }) => id);
    expect(ids).toContain('COL:SOCIOECONOMIC_INTEGRATION');
    expect(ids.every((id) => id.startsWith('COL:'))).toBe(true);
  });

  it('are found by their key, and nothing else is', async () => {
    const { data } = await domain.ask(/* GraphQL */ `{
      _entities(representations: [
        { __typename: "ActionPlanCommitment", id: "USA:PROTECTION" }
        { __typename: "ActionPlanCommitment", id: "HUM:PROTECTION" }
      ]) { ... on ActionPlanCommitment { contributedBy status } }
    }`);
    expect(data?._entities).toEqual([{ contributedBy: 'USA', status: 'UNKNOWN' }, null]);
  });
});

describe('changeCommitment', () => {
  it('records a version with its author, and the earlier ones stay', async () => {
    await change({ ...PRESENCE, milestones: [{ kind: 'FUNDED', dueOn: '2026-06-30' }], note: 'Ask the ministry' });
    const { data, errors } = await change({
      id: PRESENCE.id,
      expectedVersion: 1,
      clientKey: 'key-2',
      status: 'DONE',
      addEvidence: [DOCUMENT],
    });
    expect(errors).toBeUndefined();
    const by = { at: '2026-01-15T12:00:00.000Z', byParty: 'PAN', byAgency: 'TEST' };
    expect(data?.changeCommitment).toEqual({
      id: PRESENCE.id,
      status: 'DONE',
      version: 2,
      note: 'Ask the ministry',
      milestones: [{ kind: 'FUNDED', dueOn: '2026-06-30', reachedOn: null }],
      evidence: [DOCUMENT],
      history: [
        {
          ...by,
          version: 1,
          changed: ['STATUS', 'MILESTONES', 'NOTE'],
          statusBefore: 'UNKNOWN',
          statusAfter: 'PLANNED',
        },
        { ...by, version: 2, changed: ['STATUS', 'EVIDENCE'], statusBefore: 'PLANNED', statusAfter: 'DONE' },
      ],
      authors: [
        { version: 1, by: 'test' },
        { version: 2, by: 'test' },
      ],
    });
  });

  it('tells whoever read an older version which one stands, and writes nothing', async () => {
    await change(PRESENCE);
    expect(refusalOf(await change({ ...PRESENCE, clientKey: 'key-2', status: 'UNDER_WAY' }))).toEqual([
      'STALE_VERSION',
      1,
    ]);
    expect(refusalOf(await change({ ...PRESENCE, clientKey: 'key-3', expectedVersion: 7 }))).toEqual([
      'STALE_VERSION',
      1,
    ]);
    const [row] = (await commitments({ contributedBy: 'PAN', programme: 'STATE_PRESENCE' })) ?? [];
    expect([row.status, row.version]).toEqual(['PLANNED', 1]);
  });

  it('lets one of many concurrent writers through', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => change({ ...PRESENCE, clientKey: `writer-${i}` })),
    );
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'STALE_VERSION')).toHaveLength(9);
  });

  it('writes the same key and input once, however often and however close together it is sent', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => change(PRESENCE)));
    expect(answers.map(codeOf)).toEqual(Array(6).fill(undefined));
    expect((await change(PRESENCE)).data?.changeCommitment.version).toBe(1);
  });

  it('refuses another input, or another commitment, under a used key', async () => {
    await change(PRESENCE);
    expect(codeOf(await change({ ...PRESENCE, status: 'UNDER_WAY' }))).toBe('BAD_INPUT');
    expect(codeOf(await change({ ...PRESENCE, id: 'PAN:PROTECTION' }))).toBe('BAD_INPUT');
  });

  it.each(['COL:STATE_PRESENCE', 'PAN:NOTHING', 'USA:STATE_PRESENCE'])(
    'knows no %s among the commitments of Panama',
    async (id) => {
      expect(codeOf(await change({ ...PRESENCE, id }))).toBe('UNKNOWN_COMMITMENT');
    },
  );

  it('lets nothing be DONE without a document', async () => {
    const done = { ...PRESENCE, status: 'DONE' };
    expect(codeOf(await change(done))).toBe('EVIDENCE_NEEDED');
    expect((await change({ ...done, addEvidence: [DOCUMENT] })).data?.changeCommitment.status).toBe('DONE');
  });

  it('leaves the meeting UNKNOWN after its day until a document shows something', async () => {
    const meeting = { ...PRESENCE, id: 'PAN:TECHNICAL_MEETING', status: 'UNDER_WAY' };
    expect(codeOf(await change(meeting))).toBe('EVIDENCE_NEEDED');
    const noted = await change({ ...PRESENCE, id: meeting.id, status: null, note: 'We look for the minutes' });
    expect(noted.data?.changeCommitment.status).toBe('UNKNOWN');
    const shown = await change({ ...meeting, expectedVersion: 1, clientKey: 'key-2', addEvidence: [DOCUMENT] });
    expect(shown.data?.changeCommitment.status).toBe('UNDER_WAY');
  });

  it.each<[string, object]>([
    ['nothing', { status: null }],
    ['a reference with a space', { addEvidence: [{ ...DOCUMENT, reference: 'the minutes of the meeting' }] }],
    ['a digest of another length', { addEvidence: [{ ...DOCUMENT, sha256: 'ab' }] }],
    ['a document of tomorrow', { addEvidence: [{ ...DOCUMENT, datedOn: '2026-01-16' }] }],
    ['a document of a month', { addEvidence: [{ ...DOCUMENT, datedOn: '2024-11' }] }],
    ['a day that no month has', { milestones: [{ kind: 'AGREED', dueOn: '2026-02-30' }] }],
    ['a milestone reached tomorrow', { milestones: [{ kind: 'AGREED', reachedOn: '2026-01-16' }] }],
    ['a milestone twice', { milestones: [{ kind: 'AGREED' }, { kind: 'AGREED' }] }],
    ['a note that is too long', { note: 'x'.repeat(1001) }],
    ['a key with a space', { clientKey: 'a b' }],
    ['too many documents', { addEvidence: Array(21).fill(DOCUMENT) }],
  ])('refuses %s', async (_, changes) => {
    expect(codeOf(await change({ ...PRESENCE, ...changes }))).toBe('BAD_INPUT');
  });
});
