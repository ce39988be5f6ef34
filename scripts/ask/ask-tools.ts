import type { Credentials } from '@pasarela/schema/identity/possession/credentials';
import type { Language } from '@pasarela/schema/localized-text';

/** What a run of the command needs from outside. */
export interface AskTools {
  readonly language: Language;
  /** Where the gateway is, and the address that proofs name, when the user names no address. */
  readonly gateway: () => { readonly url: string; readonly address: string };
  readonly credentialsFor: (persona: string) => Promise<Credentials>;
  readonly coloured: boolean;
  /** The folder of the saved questions; the shipped ones unless said otherwise. */
  readonly questionsDirectory?: string | undefined;
}
