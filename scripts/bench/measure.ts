import autocannon from 'autocannon';

/** A server under measurement. */
export interface BenchServer {
  readonly url: string;
  close(): Promise<unknown>;
}

/** One measured run: requests a second and milliseconds. */
export interface Measurement {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** What is sent again and again. */
export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const CONNECTIONS = 50;

/** Loads a server with one operation for some seconds; a reply that is not 200 stops the measurement. */
export const measure = (url: string, query: string, seconds: number): Promise<Measurement> =>
  measureLoad({ url, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) }, seconds);

/** The same with any request. Says how many were answered besides. */
export async function measureLoad(
  { url, headers, body }: Load,
  duration: number,
): Promise<Measurement & { readonly requests: number }> {
  const result = await autocannon({
    url,
    method: 'POST',
    connections: CONNECTIONS,
    duration,
    headers: { ...headers },
    body,
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx + result.errors} replies failed`);
  const { requests, latency } = result;
  return { requestsPerSecond: requests.average, p50: latency.p50, p99: latency.p99, requests: requests.total };
}

/** The middle of an odd number of values. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
