import { readConfig } from '@pasarela/gateway/config';
import { PERSONAS } from './personas';
import { tokenFor } from './token';

const USAGE = `Usage: npm run token -- PERSONA

Prints a bearer token that a development issuer signs for a persona; it holds for eight hours.
Imprime un token que un emisor de desarrollo firma para una persona; vale ocho horas.

Personas:
${[...PERSONAS].map(([name, { agency, purposes }]) => `  ${name.padEnd(18)} ${agency.padEnd(20)} ${purposes.join(', ')}`).join('\n')}
`;

async function main(name: string | undefined): Promise<void> {
  if (!name || name === '--help') return void process.stdout.write(USAGE);
  process.stdout.write(`${await tokenFor(name, readConfig())}\n`);
}

main(process.argv[2]).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
