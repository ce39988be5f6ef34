import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import { Reads } from '@pasarela/serve/domain/labels';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { MrzCheck, MrzFormat } from './mrz-document';

/** What a machine read of the document that is checked. */
@InputType({
  description:
    'What a machine read of the document: never its text. A valid MRZ is not identity proof, and the first line of a TD3 (the names) has no check digit.',
})
export class ProbeDocumentInput {
  @Field(() => MrzFormat, { description: 'The format of the machine-readable zone.' })
  @Reads('IdentityProbe.result')
  format!: MrzFormat;

  @Field(() => [MrzCheck], {
    description:
      'The check digits that do not fit, as recomputed where the document lies; empty where all do. With any, the check is FAILED and nothing is compared.',
  })
  @Reads('IdentityProbe.result')
  failedChecks!: MrzCheck[];
}

/** One check as a party asks for it. */
@InputType({
  description:
    'One identity check. It holds no attribute of the target: tokens are HMAC-SHA-256 of normalised attributes under a key that the two parties share and this domain does not have.',
})
export class IdentityProbeInput {
  @Field(() => String, { description: 'The party that is asked: COL, PAN or USA, not your own.' })
  @Reads('IdentityProbe.askedParty')
  askedParty!: string;

  @Field(() => [String], {
    description:
      'Two tokens of the target (of the document, of name and birth date), 43 characters of base64url each; where one is not known, a random one.',
  })
  @Reads('IdentityProbe.result')
  tokens!: string[];

  @Field(() => ProbeDocumentInput, { nullable: true, description: 'What was read of a document, if one was.' })
  @Reads('IdentityProbe.result')
  document?: ProbeDocumentInput | null;

  @Field(() => String, { description: CLIENT_KEY_DESCRIPTION })
  @Reads('IdentityProbe.ticket')
  clientKey!: string;
}

/** The key of one check. */
@ArgsType()
export class ProbeTicket {
  @Field(() => ID, { description: 'The ticket of a check of your own party.' })
  @Reads('IdentityProbe.ticket')
  ticket!: string;
}
