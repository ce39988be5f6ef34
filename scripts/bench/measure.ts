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

const CONNECTIONS = 50;

/** Loads a server with one operation for some seconds; a reply that is not 200 stops the measurement. */
export async function measure(url: string, query: string, seconds: number): Promise<Measurement> {
  const result = await autocannon({
    url,
    method: 'POST',
    connections: CONNECTIONS,
    duration: seconds,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx + result.errors} replies failed`);
  return { requestsPerSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

/** The middle of an odd number of values. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
