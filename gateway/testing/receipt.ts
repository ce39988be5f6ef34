/** The receipt of an answer of a test. */
export const TEST_RECEIPT = {
  format: 'pasarela-receipt-1',
  log: 'test',
  index: 7,
  leafHash: 'a',
  checkpoint: null,
  inclusionProof: null,
  answerSalt: 'b',
} as const;
