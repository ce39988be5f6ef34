import { randomUUID } from 'node:crypto';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import type { HttpAnswer } from '../../federation/open-federation';
import type { Attack, Stage } from '../attack';

const OWNER = 'colombia-regularization';
const QUESTION = {
  as: 'analyst.pan',
  purpose: 'STATISTICS',
  query: '{ nationalities(codes: ["VEN"]) { code temporaryProtectionPermits { permitsDelivered { value } } } }',
} as const;
const REVISE = {
  as: 'administrator.pan',
  purpose: 'MIGRATION_MANAGEMENT',
  query: 'mutation ($input: ReviseMonthlyCrossingsInput!) { reviseMonthlyCrossings(input: $input) { month } }',
} as const;
const REVISIONS = {
  as: 'analyst.usa',
  purpose: 'STATISTICS',
  query: '{ darienCrossingsByMonth(from: "2024-05", to: "2024-05") { revisions { value } } }',
} as const;

const FAULTS = [
  { operation: 'write', error: 'ENOSPC' },
  { operation: 'datasync', error: 'EIO' },
] as const;

/** Asks while the disk of a log is full, and while it does not flush. */
async function whileFailing(stage: Stage, log: string, look: () => Promise<void>): Promise<void> {
  try {
    for (const fault of FAULTS) {
      stage.disk.fails({ ...fault, log });
      await look();
    }
  } finally {
    stage.disk.works();
  }
}

const permits = ({ body }: HttpAnswer) => body.data?.nationalities?.[0]?.temporaryProtectionPermits ?? null;

async function askGateway(stage: Stage): Promise<void> {
  await whileFailing(stage, GATEWAY_NAME, async () => {
    const { status, body } = await stage.ask(QUESTION);
    expect([status, body.data, body.errors?.[0].extensions.code]).toEqual([503, undefined, 'EVIDENCE_UNAVAILABLE']);
  });
  expect(permits(await stage.ask(QUESTION))).not.toBeNull();
}

async function askOwner(stage: Stage): Promise<void> {
  await whileFailing(stage, OWNER, async () => {
    const answer = await stage.ask(QUESTION);
    expect([permits(answer), answer.body.errors?.[0].extensions]).toEqual([
      null,
      {
        code: 'SUBGRAPH_UNAVAILABLE',
        subgraph: OWNER,
        paths: ['nationalities.@.temporaryProtectionPermits'],
      },
    ]);
  });
  expect(permits(await stage.ask(QUESTION))).not.toBeNull();
}

async function mutate(stage: Stage): Promise<void> {
  const revisions = async () => (await stage.ask(REVISIONS)).body.data.darienCrossingsByMonth[0].revisions;
  const before = await revisions();
  await whileFailing(stage, GATEWAY_NAME, async () => {
    const input = {
      month: '2024-05',
      value: 1,
      source: 'attack',
      expectedRevisions: before.length,
      clientKey: randomUUID(),
    };
    await stage.ask({ ...REVISE, variables: { input } });
  });
  expect(await revisions()).toEqual(before);
}

/** The attacks of threat 58. */
export const attacks: readonly Attack[] = [
  {
    number: 58,
    title: 'nothing leaves a gateway whose evidence cannot be written',
    on: 'product',
    guards: ['answerRecorded', 'durableFirst'],
    run: askGateway,
  },
  {
    number: 58,
    title: "nothing leaves an owner's subgraph whose evidence cannot be written",
    on: 'product',
    guards: ['fetchRecorded', 'durableFirst'],
    run: askOwner,
  },
  {
    number: 58,
    title: 'no mutation is done of which no evidence can be written',
    on: 'product',
    guards: ['intentRecorded', 'durableFirst'],
    run: mutate,
  },
];
