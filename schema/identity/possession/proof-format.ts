import { z } from 'zod';

/** The header that carries a proof (RFC 9449, section 4.1). */
export const PROOF_HEADER = 'dpop';
/** The `typ` of a proof, so that nothing else that the key signs is one. */
export const PROOF_TYPE = 'dpop+jwt';
/** What a proof may be signed with: Ed25519, or ECDSA on P-256 where a client's hardware has no other. */
export const PROOF_ALGORITHMS = ['EdDSA', 'ES256'] as const;
/** What a client is told to use (RFC 9449, section 7.1). */
export const PROOF_CHALLENGE = `DPoP algs="${PROOF_ALGORITHMS.join(' ')}"`;

/** SHA-256 or a coordinate of 32 bytes, in base64url. */
const bytes32 = z.string().regex(/^[\w-]{43}$/);

/** The thumbprint of a key (RFC 7638): what a token's `cnf.jkt` holds. */
export const thumbprintText = bytes32;

const ed25519Key = z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: bytes32 });
const p256Key = z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: bytes32, y: bytes32 });

/** A client's public key. INVARIANT: a private part, or anything else beside the key, makes it none. */
export type PublicKey = z.infer<typeof ed25519Key> | z.infer<typeof p256Key>;

/** A proof's header: these three members and no other, the algorithm fitting the key. */
export const proofHeader = z.discriminatedUnion('alg', [
  z.strictObject({ typ: z.literal(PROOF_TYPE), alg: z.literal('EdDSA'), jwk: ed25519Key }),
  z.strictObject({ typ: z.literal(PROOF_TYPE), alg: z.literal('ES256'), jwk: p256Key }),
]);

/** A proof's claims; others are allowed and count for nothing. */
export const proofClaims = z.object({
  /** The proof's own name: it counts once. */
  jti: z.string().min(1).max(128),
  htm: z.string(),
  htu: z.string().max(2048),
  /** Seconds since the epoch. */
  iat: z.int(),
  /** SHA-256 of the token that it is for. */
  ath: bytes32,
});

/** What a proof says of the request that it is for. */
export type ProofClaims = z.infer<typeof proofClaims>;
