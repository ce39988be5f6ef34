import { readConfig } from '@pasarela/gateway/config';
import { localGateway } from '@pasarela/gateway/public-address';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import { type Credentials, credentialHeaders } from '@pasarela/schema/identity/possession/credentials';
import { Command } from 'commander';
import { explainBoundToken } from './explain-bound-token';
import { PERSONAS } from './personas';
import { credentialsFor } from './token';

interface TokenFlags {
  readonly bound?: boolean;
  readonly headers?: boolean;
  readonly url?: string;
}

const program = new Command('npm run token --')
  .description(
    'Prints a token that a development issuer signs for a persona; it holds for eight hours.\nImprime un token que un emisor de desarrollo firma para una persona; vale ocho horas.',
  )
  .argument('[persona]', 'who: one of the list below / quién: una de la lista de abajo')
  .option(
    '--bound',
    "bind it to a key of the persona, made at first use; a dashboard's always is / vincularlo a una clave",
  )
  .option(
    '--headers',
    'the headers of one request instead, with a proof if it is bound / los encabezados de una consulta',
  )
  .option('--url <address>', 'where that request goes; else to the gateway of this machine / adónde va esa consulta')
  .addHelpText('after', `\nPersonas:\n${personaLines()}`)
  .action(print);

async function print(name: string | undefined, { bound, headers, url }: TokenFlags): Promise<void> {
  if (!name) return program.outputHelp();
  const config = readConfig();
  const gateway = localGateway(config);
  const credentials = await credentialsFor(name, { ...config, bound });
  if (headers) return write(await headerLines(credentials, url ?? gateway.address));
  write(`${credentials.token}\n`);
  const keyFile = keyFiles.client(config.dataDirectory, name);
  // Beside the token, so that it can still be read by another program.
  if (credentials.key) process.stderr.write(explainBoundToken({ name, keyFile, url: url ?? gateway.url }));
}

/** As `curl -H @-` reads them. */
async function headerLines(credentials: Credentials, address: string): Promise<string> {
  const headers = await credentialHeaders(credentials, { method: 'POST', address }, () => new Date());
  return Object.entries(headers)
    .map(([header, value]) => `${header}: ${value}\n`)
    .join('');
}

function personaLines(): string {
  return [...PERSONAS]
    .map(([name, { agency, purposes }]) => `  ${name.padEnd(18)} ${agency.padEnd(20)} ${purposes.join(', ')}`)
    .join('\n');
}

function write(text: string): void {
  process.stdout.write(text);
}

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
