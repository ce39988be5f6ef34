import { percentilesOf } from './latencies';
import type { LoadMessage } from './load-child';
import { type GatewayLoad, loadGateway } from './load-gateway';

/** Loads whatever it is told to, one after the other, and tells how that went. */
process.on('message', (load: GatewayLoad) => {
  const before = process.cpuUsage();
  loadGateway(load).then(
    ({ latencies, ...result }) => {
      const { user, system } = process.cpuUsage(before);
      tell({ result: { ...result, ...percentilesOf(latencies), cpuSeconds: (user + system) / 1e6 } });
    },
    (error: Error) => tell({ fault: error.message }),
  );
});

const tell = (message: LoadMessage): boolean | undefined => process.send?.(message);
