/** What the page reads from a token to help its user; nothing here is verified, the gateway does that. */
export type TokenClaims = {
  subject?: string;
  /** Granted by the requester's issuer; absent when the token does not say. */
  purposes?: string[];
  expiresAt?: Date;
  /** Whether it is bound to a key of its client (`cnf`), which this page does not have. */
  bound?: true;
};

/** Tokens are pasted from terminals and headers: drops white space and a leading `Bearer` or `DPoP`. */
export function cleanToken(pasted: string): string {
  return pasted.replace(/^\s*(bearer|dpop)\s+/i, '').replace(/\s+/g, '');
}

/** Decodes the payload of a JWT without verifying it; null when it is not a JWT. */
export function readTokenClaims(token: string): TokenClaims | null {
  const payload = token.split('.')[1];
  if (!payload) return null;
  try {
    return pickClaims(JSON.parse(decodeBase64Url(payload)));
  } catch {
    return null;
  }
}

function decodeBase64Url(text: string): string {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(binary, (character) => character.charCodeAt(0)),
  );
}

function pickClaims(payload: unknown): TokenClaims | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const { sub, purposes, exp, cnf } = payload as Record<string, unknown>;
  return {
    ...(typeof sub === 'string' && { subject: sub }),
    ...(Array.isArray(purposes) && {
      purposes: purposes.filter((each) => typeof each === 'string'),
    }),
    ...(typeof exp === 'number' && { expiresAt: new Date(exp * 1000) }),
    ...(cnf !== undefined && { bound: true }),
  };
}
