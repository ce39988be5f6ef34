import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { levelOn } from '@pasarela/schema/access/decide';
import { Decider } from '@pasarela/schema/access/decider';
import type { Cap, Grant } from '@pasarela/schema/access/rule';
import type { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import { openTestRecorder } from '@pasarela/schema/testing/evidence-recorder';
import { JOINT_SDL } from '@pasarela/schema/testing/joint';
import { labelsOf } from '@pasarela/schema/testing/labels';
import { ruleSetOf, subjectOf } from '@pasarela/schema/testing/rules';
import { openStore, type Store } from '@pasarela/store/connect';
import { buildSchema, execute, type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { decideAgain } from '../decide/decide-again';
import { AnswerContributors } from '../evidence/answer-contributors';
import { DisclosedRecords } from '../evidence/disclosed-records';
import { FetchEvidence } from '../evidence/fetch-evidence';
import { noteContributors } from '../evidence/note-contributors';
import { noteRecords } from '../evidence/note-records';
import { recordReport } from '../evidence/record-report';
import { RecordSalts } from '../evidence/record-salts';
import { hideRows } from '../mask/hide-rows';
import { maskFields } from '../mask/mask-fields';
import { DisclosureIndex } from '../oversight/disclosure-index';
import type { EvidenceView } from '../oversight/evidence-of-party';
import { contextAt, TEST_NOW } from './serve-context';

const SDL = JOINT_SDL.replace('pledges:', 'figures: [Figure!] @sensitivity(as: PUBLIC)\n pledges:').concat(
  'type Figure @owner(party: "JOINT") { title: String @sensitivity(as: PUBLIC) }',
);
const labels = labelsOf(SDL);

/** A question to a joint domain of tests, and what is stored there when it is asked. */
export interface JointQuestion {
  readonly requestId: string;
  /** Whose analyst asks. */
  readonly party: string;
  readonly query: string;
  readonly stored: object;
  /** What the gateway cut out. */
  readonly withheld?: readonly string[];
}

/** A joint domain with a real log, whose evidence can be asked. */
export class JointLog {
  private constructor(
    private readonly rules: { readonly grants: readonly Grant[]; readonly caps: readonly Cap[] },
    private readonly schema: GraphQLSchema,
    readonly parts: {
      readonly recorder: EvidenceRecorder;
      readonly salts: RecordSalts;
      readonly index: DisclosureIndex;
    },
    readonly close: () => Promise<void>,
  ) {}

  /** Opens one in folders of its own. */
  static async open(grants: readonly Grant[], caps: readonly Cap[] = []): Promise<JointLog> {
    const directory = await mkdtemp(path.join(tmpdir(), 'pasarela-joint-'));
    const recorder = await openTestRecorder();
    const stores: Store[] = [];
    const open = async (database: string) => {
      const store = await openStore({ address: `embedded:${directory}`, database });
      stores.push(store);
      return store.connection;
    };
    const salts = new RecordSalts(await open('salts'));
    const onFailure = (error: unknown) => {
      throw error;
    };
    const index = await DisclosureIndex.open({ recorder, connection: await open('index'), isJoint: true, onFailure });
    const close = async () => {
      await index.close();
      await recorder.close();
      for (const store of stores) await store.close();
      await rm(directory, { recursive: true, force: true });
    };
    return new JointLog({ grants, caps }, engineOf({ grants, caps }), { recorder, salts, index }, close);
  }

  /** Answers a question, and records that. Returns the answer's data. */
  async ask({ requestId, party, query, stored, withheld = [] }: JointQuestion): Promise<unknown> {
    const decider = new Decider(ruleSetOf({ labels, ...this.rules }), subjectOf({ party }));
    const document = parse(query);
    const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
    const disclosed = new DisclosedRecords();
    const contributors = new AnswerContributors();
    const base = contextAt('full');
    const requester = { ...base.requester, party };
    const assertion = { purpose: base.purpose, ruleSetVersion: 'test' };
    const request = { requestId, requester, assertion, now: () => TEST_NOW };
    const evidence = new FetchEvidence(this.parts, { ...request, records: disclosed, contributors });
    evidence.cutOut(withheld.map((coordinate) => ({ coordinate, rule: null })));
    const asked = { schema: this.schema, document, operation: operation as OperationDefinitionNode, variables: {} };
    const fields = decideAgain(asked, decider);
    await evidence.before({ operation: asked.operation, fragments: [], fields, labels });
    const contextValue = {
      ...base,
      requester,
      disclosed,
      contributors,
      level: (coordinate: string) => decider.decide(coordinate).level,
      levelOn: (coordinate: string, record: object | undefined) => levelOn(decider.decide(coordinate), record),
      exists: (type: string, record: object | undefined) => decider.rows(type).exist.holds(record),
    };
    const { data, errors } = await execute({ schema: this.schema, document, rootValue: stored, contextValue });
    if (errors) throw errors[0];
    await evidence.after({ data }, JSON.stringify({ data }));
    return JSON.parse(JSON.stringify(data));
  }

  /** Records that a gateway reported fields as withheld. */
  async report(requestId: string, party: string, coordinates: readonly string[]): Promise<void> {
    const { requester, purpose } = contextAt('full');
    const assertion = { purpose, ruleSetVersion: 'test' };
    const request = { requestId, requester: { ...requester, party }, assertion, now: () => TEST_NOW };
    const withheld = coordinates.map((coordinate) => ({ coordinate, rule: null }));
    await recordReport(this.parts, request, { owner: 'JOINT', withheld });
  }

  /** What oversight of a party looks through. */
  viewOf(party: string): EvidenceView {
    const { requester, ids } = contextAt('full');
    return { context: { requester: { ...requester, party }, ids, ownerEvidence: this.parts }, isJoint: true };
  }
}

function engineOf(rules: { readonly grants: readonly Grant[]; readonly caps: readonly Cap[] }): GraphQLSchema {
  const ruleSet = ruleSetOf({ labels, ...rules });
  const schema = buildSchema(`scalar PartialDate ${SDL}`, { assumeValidSDL: true });
  maskFields(schema, ruleSet);
  hideRows(schema, ruleSet);
  noteRecords(schema, labels);
  noteContributors(schema, labels);
  return schema;
}
