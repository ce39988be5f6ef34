import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import { InputType, Int } from 'type-graphql';
import { GovernanceInput } from '../governance-field';

/** What is revoked, or restored. */
@InputType({
  description:
    'What your party revokes, or lets in again: one of its own officials or services, a key of one of its issuers, or one of its agreements. Name one of the three.',
})
export class RevocationInput {
  @GovernanceInput(() => String, 'RuleDraft.documents', {
    description: 'The official or service, as the issuer names them in tokens (sub).',
    nullable: true,
  })
  person?: string;

  @GovernanceInput(() => String, 'RuleDraft.documents', {
    description:
      'With person: only tokens that were issued before this instant in ISO 8601; later ones count. For a stolen token whose owner goes on.',
    nullable: true,
  })
  tokensBefore?: string;

  @GovernanceInput(() => String, 'RuleDraft.documents', {
    description: 'With key: the issuer, as its tokens name it (iss).',
    nullable: true,
  })
  issuer?: string;

  @GovernanceInput(() => String, 'RuleDraft.documents', {
    description: 'The key of an issuer, as tokens name it in their header (kid). Everything that it signed is refused.',
    nullable: true,
  })
  key?: string;

  @GovernanceInput(() => String, 'RuleDraft.documents', {
    description: 'The id of an agreement of your party: nothing is granted under it any more.',
    nullable: true,
  })
  agreement?: string;

  @GovernanceInput(() => Int, 'RuleDraft.number', {
    description: 'The number of your rules as you know them: another one means that they changed since.',
  })
  expectedNumber!: number;

  @GovernanceInput(() => String, 'RuleDraft.note', { description: 'What it is for, in a sentence.' })
  note!: string;

  @GovernanceInput(() => String, 'RuleDraft.id', { description: CLIENT_KEY_DESCRIPTION })
  clientKey!: string;
}
