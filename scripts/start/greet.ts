import type { Config } from '@pasarela/gateway/config';
import { languageOf, parseArguments } from '../ask/arguments';
import { ask } from '../ask/ask';
import { credentialsFor } from '../development/token';
import type { RunningFederation } from './run-federation';

/** The question that a start answers, to show that every part works. */
const SHOWN_QUESTION = '06';

/** Says where the product answers, how to get a token, and shows one answered question. */
export async function greet({ gateway, subgraphs }: RunningFederation, config: Config): Promise<void> {
  const url = `${gateway.url}/graphql`;
  const language = languageOf([]);
  const { output } = await ask(parseArguments([SHOWN_QUESTION, '--url', url], language), {
    language,
    gateway: () => ({ url, address: gateway.address }),
    credentialsFor: (persona) => credentialsFor(persona, config),
    coloured: process.stdout.isTTY === true,
  });
  process.stdout.write(`\n${output}`);
  process.stdout.write(`
Pasarela is ready: ${subgraphs.length} subgraphs behind one address. / Pasarela está lista.

  GraphQL   ${gateway.address}
  Console   ${gateway.url}/graphiql/
  Token     npm run token -- analyst.pan        (npm run token -- --help lists everyone who can ask)
  Ask       npm run ask -- 07 --as analyst.pan --purpose STATISTICS        (--list, --help, --lang es)
  Stop      Ctrl-C

`);
}
