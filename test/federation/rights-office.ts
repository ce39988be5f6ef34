import { keyFiles, readSecret } from '@pasarela/schema/identity/key-files';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import { ID_KEY_BYTES } from '@pasarela/scripts/development/development-keys';
import { OpaqueIds } from '@pasarela/serve/domain/opaque-ids';
import type { HttpAnswer, OpenFederation } from './open-federation';

const CASE = 'id kind record receivedOn deadline overdue state ground source version history { by did note }';
/** Who asks, and for what. */
export type Asking = readonly [as: string, purpose: Purpose];

/** To whom and for what a key was given. */
export interface GivenKey {
  readonly domain: string;
  readonly type: string;
  readonly party: string;
  readonly purpose: Purpose;
  readonly agreement: string;
}

/** What the office of Panama that answers people does over HTTP, and what its past recipients ask. */
export class RightsOffice {
  constructor(
    private readonly federation: OpenFederation,
    private readonly now: () => Date,
    private readonly dpo: Asking = ['dpo.pan', 'DATA_SUBJECT_RIGHTS'],
  ) {}

  open(input: { kind: string; record: string | null; receivedOn: string; clientKey: string }, by: Asking = this.dpo) {
    const query = `mutation ($input: OpenDarienFlowRightsCaseInput!) { openDarienFlowRightsCase(input: $input) { ${CASE} } }`;
    return this.ask(by, query, { input });
  }

  change(
    verb: 'answer' | 'extend',
    input: { id: string; expectedVersion: number; note: string },
    by: Asking = this.dpo,
  ) {
    const query = `mutation ($input: DarienFlowRightsCaseChangeInput!) { ${verb}DarienFlowRightsCase(input: $input) { ${CASE} } }`;
    return this.ask(by, query, { input });
  }

  refuse(input: { id: string; expectedVersion: number; note: string; ground: string }, by: Asking = this.dpo) {
    const query = `mutation ($input: DarienFlowRightsRefusalInput!) { refuseDarienFlowRightsCase(input: $input) { ${CASE} } }`;
    return this.ask(by, query, { input });
  }

  list(withinDays: number | null, by: Asking = this.dpo) {
    const query = `query ($withinDays: Int) { darienFlowRightsCases(withinDays: $withinDays) { ${CASE} } }`;
    return this.ask(by, query, { withinDays });
  }

  collect(id: string, by: Asking = this.dpo) {
    const query = `mutation ($id: ID!) { collectDarienFlowRecord(case: $id) {
      case { id } hasMore keptSince
      record { crossedOn fullName birthDate documentNumber nationality { code } officerNotes }
      disclosures { at party agency purpose agreements fields { coordinate level } }
    } }`;
    return this.ask(by, query, { id });
  }

  record(id: string, what: 'CORRECTED' | 'ERASED', expectedVersion: number, by: Asking = this.dpo) {
    const query = `mutation ($id: ID!, $what: CorrectionKind!, $expectedVersion: Int!) {
      recordDarienFlowCorrection(case: $id, what: $what, expectedVersion: $expectedVersion) { what recordedAt batch keepsEn }
    }`;
    return this.ask(by, query, { id, what, expectedVersion });
  }

  batches(by: Asking = this.dpo) {
    return this.ask(by, '{ darienFlowSupersededBatches { batch party agency purpose records acknowledgedAt } }');
  }

  superseded(by: Asking, after: string | null = null, first = 20) {
    const query = `query ($after: String, $first: Int) {
      darienFlowSupersededRecords(after: $after, first: $first) { key fields batch cursor }
    }`;
    return this.ask(by, query, { after, first });
  }

  acknowledge(by: Asking, batch: string) {
    const query = `mutation ($batch: String!) {
      acknowledgeDarienFlowSuperseded(batch: $batch) { batch party agency purpose records acknowledgedAt }
    }`;
    return this.ask(by, query, { batch });
  }

  ask([as, purpose]: Asking, query: string, variables: Record<string, unknown> = {}): Promise<HttpAnswer> {
    return this.federation.ask({ as, purpose, query, variables });
  }

  /** The internal id behind a key that somebody was given: what the owner alone can tell. */
  internalId(key: string, { domain, type, party, purpose, agreement }: GivenKey): string {
    const idKey = readSecret(keyFiles.ids(this.federation.dataDirectory, domain), ID_KEY_BYTES);
    const ids = new OpaqueIds(idKey, { party, purpose, now: this.now(), agreementOf: () => agreement });
    return ids.open(type, key) as string;
  }
}
