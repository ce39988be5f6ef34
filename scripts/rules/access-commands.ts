import type { Command } from 'commander';
import type { RuleFlags } from './options';

// What a command needs is loaded when it is called.
const requests = () => require('./access-requests') as typeof import('./access-requests');
const breakGlass = () => require('./break-glass') as typeof import('./break-glass');
const inbox = () => require('./inbox') as typeof import('./inbox');

type NewCommand = (name: string, description: string) => Command;

/** Adds the commands about requests for a field, openings by break-glass, and the inbox in which both wait. */
export function accessCommands(command: NewCommand, print: (text: string) => void): void {
  const asked = (name: string, description: string, who = 'an administrator') =>
    command(name, description).option('--as <persona>', who).option('--url <address>', 'the gateway');
  const asking = (name: string, description: string) =>
    asked(name, description, 'who: analyst.col, investigator.usa ...')
      .option('--purpose <purpose>', 'for what; the first that they hold unless said otherwise')
      .option('--case-reference <reference>', 'the case, where the purpose needs one');
  asking('request <field>', "asks a field's owner for it / pide un campo a su titular")
    .option('--reason <text>', "why; no person's data, please")
    .option('--level <level>', 'at which level', 'full')
    .action(async (field: string, flags: RuleFlags) => print(await requests().request(field, flags)));
  asking('requests', 'what became of your requests / qué fue de sus solicitudes').action(async (flags: RuleFlags) =>
    print(await requests().mine(flags)),
  );
  asking('open <agreement>', 'opens an agreement by break-glass, as OWNER:ID / abre un acuerdo por urgencia')
    .option('--reason <text>', "why; no person's data, please")
    .action(async (agreement: string, flags: RuleFlags) => print(await breakGlass().openBreakGlass(agreement, flags)));
  asked('end <opening>', 'ends an opening of your agreement / cierra una apertura de su acuerdo').action(
    async (id: string, flags: RuleFlags) => print(await breakGlass().endBreakGlass(id, flags)),
  );
  asked('review <opening>', 'records what you found about an opening / registra su conclusión sobre una apertura')
    .option('--finding <finding>', 'JUSTIFIED, TOO_WIDE or NOT_JUSTIFIED')
    .option('--note <text>', 'in a sentence')
    .action(async (id: string, flags: RuleFlags) => print(await breakGlass().reviewBreakGlass(id, flags)));
  asked('inbox', 'what waits for your party / qué espera a su parte').action(async (flags: RuleFlags) =>
    print(await inbox().inbox(flags)),
  );
  asked('decline <request>', 'declines a request for a field / rechaza una solicitud de acceso')
    .option('--reason <text>', 'why')
    .action(async (id: string, flags: RuleFlags) => print(await requests().decline(id, flags)));
  asked('grant-request <request>', 'drafts the rule that grants a request / redacta la regla que la concede')
    .option('--agreement <id>', 'the agreement in which it is granted')
    .option('--new <file>', 'what a new agreement says (JSON: titleEn, titleEs, legalGroundEn ...)')
    .action(async (id: string, flags: RuleFlags) => print(await requests().grantRequest(id, flags)));
}
