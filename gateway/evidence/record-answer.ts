import { answerDigest } from '@pasarela/schema/evidence/leaves/digest';
import type { RecordedLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import { secretBytes } from '@pasarela/schema/evidence/leaves/secret-bytes';
import type { AppendedLeaf } from '@pasarela/schema/evidence/log/log-writer';
import { disclosureOf } from '@pasarela/schema/evidence/recording/disclosure-of';
import type { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import type { Fetched, Recorded } from '../request-state';
import { operationOf, requestOf } from './request-of-leaf';

const SALT_BYTES = 32;

/**
 * Records an answer. The digest in the leaf is of the JSON text of its data, under a salt that the receiver alone
 * gets: with it they can show which answer they had.
 *
 * INVARIANT: what is not on the disk does not go out.
 * @throws EVIDENCE_UNAVAILABLE.
 */
export async function recordAnswer(fetched: Fetched, recorder: EvidenceRecorder): Promise<Recorded> {
  const salt = secretBytes(SALT_BYTES);
  const digest = answerDigest(fetched.dataBytes, salt);
  const leaf = await recorder.record(
    fetched.intent ? outcomeOf(fetched, fetched.intent, digest) : disclosure(fetched, digest),
  );
  return { ...fetched, receipt: { ...recorder.receiptOf(leaf), answerSalt: salt.toString('base64url') } };
}

const disclosure = (fetched: Fetched, digest: string): RecordedLeaf => ({
  kind: 'GATEWAY_DISCLOSURE',
  ...requestOf(fetched),
  ...disclosureOf(fetched.decided.fields, fetched.decided.rows),
  operation: operationOf(fetched),
  answerDigest: digest,
  subgraphs: [...fetched.leaves],
});

function outcomeOf(fetched: Fetched, { index, leafHash }: AppendedLeaf, digest: string): RecordedLeaf {
  const code = fetched.problems[0]?.code ?? null;
  const { format, time, requestId } = requestOf(fetched);
  return {
    kind: 'MUTATION_OUTCOME',
    format,
    time,
    requestId,
    intent: { index, leafHash },
    outcome: code === null ? 'DONE' : code.startsWith('SUBGRAPH_') ? 'FAILED' : 'REFUSED',
    code,
    answerDigest: digest,
    subgraphs: [...fetched.leaves],
  };
}
