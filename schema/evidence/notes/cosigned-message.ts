/** What a witness signs of a checkpoint, at a time in seconds (c2sp.org/tlog-cosignature, Ed25519). */
export const cosignedMessage = (text: string, seconds: bigint): string => `cosignature/v1\ntime ${seconds}\n${text}`;
