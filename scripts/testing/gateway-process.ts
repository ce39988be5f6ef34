import { readConfig } from '@pasarela/gateway/config';
import { loadContract } from '@pasarela/schema/contract';
import { pullRules } from '../start/open-rules';
import { runFederation } from '../start/run-federation';
import { SUBGRAPHS } from '../subgraphs';

/** The gateway alone, in a process of its own, in front of subgraphs that run elsewhere; ends with its parent. */
async function main(rulesUrl: string, addresses: string): Promise<void> {
  const urls = JSON.parse(addresses) as Record<string, string>;
  const config = readConfig();
  const contract = loadContract();
  const { gateway } = await runFederation({
    definitions: SUBGRAPHS,
    config,
    contract,
    openRules: pullRules({ config, contract, address: { url: rulesUrl } }),
    run: async ({ name }) => ({ name, url: urls[name] as string, close: async () => undefined }),
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.({ url: gateway.url });
}

main(...(process.argv.slice(2) as [string, string])).catch((error: Error) => {
  process.send?.({ fault: error.message });
  process.exitCode = 1;
  process.disconnect?.();
});
