import { readConfig } from '@pasarela/gateway/config';
import { Command } from 'commander';
import { languageOf } from '../ask/arguments';
import type { RuleFlags } from '../rules/options';
import type { AdmitFlags } from './admit';
import { lineOf } from './fault';
import type { FoundFlags } from './found';
import { HEADINGS, HELP } from './help';
import type { NewPartyFlags } from './new-party';
import type { SignFirstFlags } from './sign-first';
import { Teller } from './teller';

const language = languageOf(process.argv);
const teller = new Teller(language, (text) => process.stdout.write(text));
const help = (name: keyof typeof HELP): string => HELP[name][language];
const several = (word: string, before: string[]): string[] => [...before, word];

const headings: Readonly<Record<string, string>> = HEADINGS[language];
const program = inLanguage(new Command('npm run party --').description(help('description')).helpCommand(false));

function inLanguage(described: Command): Command {
  return described
    .option('--lang <language>', help('lang'))
    .helpOption('--help', help('help'))
    .configureHelp({ styleTitle: (title) => headings[title] ?? title });
}

/** A command in the reader's language. */
function command(name: string, description: keyof typeof HELP): Command {
  return inLanguage(program.command(name).description(help(description)));
}

command('new', 'new')
  .argument('<code>', help('code'))
  .requiredOption('--name-en <name>', help('nameEn'))
  .requiredOption('--name-es <name>', help('nameEs'))
  .requiredOption('--agency <code=name>', help('agency'), several, [])
  .requiredOption('--issuer <address>', help('issuer'))
  .requiredOption('--contact <text>', help('contact'))
  .option('--subgraph <name=address>', help('subgraph'), several, [])
  .option('--schema <file>', help('schema'))
  .option('--legal-ground-en <text>', help('legalGroundEn'))
  .option('--legal-ground-es <text>', help('legalGroundEs'))
  .requiredOption('--out <folder>', help('out'))
  .action(async (code: string, flags: NewPartyFlags) => (await import('./new-party.js')).newParty(code, flags, teller));

command('admit', 'admit')
  .argument('<file>', help('file'))
  .requiredOption('--fingerprint <text>', help('fingerprint'))
  .action(async (file: string, { fingerprint }: AdmitFlags) =>
    (await import('./admit.js')).admit(file, { fingerprint, dataDirectory: readConfig().dataDirectory }, teller),
  );

command('publish-first', 'publishFirst')
  .argument('<code>', help('code'))
  .requiredOption('--dir <folder>', help('dir'))
  .option('--as <persona>', help('as'))
  .option('--token-file <file>', help('tokenFile'))
  .option('--draft <id>', help('draft'))
  .option('--key <file>', help('key'))
  .option('--signed <file>', help('signed'))
  .option('--url <address>', help('url'))
  .action(async (code: string, flags: RuleFlags) =>
    (await import('./publish-first.js')).publishFirst(code, flags, teller),
  );

command('sign-first', 'signFirst')
  .requiredOption('--draft-file <file>', help('draftFile'))
  .requiredOption('--dir <folder>', help('dir'))
  .requiredOption('--key <file>', help('key'))
  .requiredOption('--to <file>', help('to'))
  .action(async (flags: SignFirstFlags) => (await import('./sign-first.js')).signFirst(flags, teller));

command('found', 'found')
  .requiredOption('--owner <party>', help('owner'))
  .option('--dir <folder>', help('dir'), readConfig().rulesDirectory)
  .option('--key <file>', help('key'))
  .option('--signed <file>', help('signed'))
  .option('--sign-only', help('signOnly'))
  .option('--quorum', help('quorum'))
  .action(async (flags: FoundFlags) => (await import('./found.js')).found(flags, readConfig(), teller));

// INVARIANT: what is written is readable by this user alone.
process.umask(0o077);
program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${lineOf(error, language)}\n`);
  process.exitCode = 1;
});
