import type { Decider } from '@pasarela/schema/access/decider';
import { isUnpublished } from '@pasarela/schema/access/foreign-join';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import type { GraphQLSchema } from 'graphql';
import type { OpenFederation } from '../federation/open-federation';
import { askBoth, differ, showsUnpublished, type TwoAnswers } from './ask-both';
import { askableBy, coordinatesOf, rootWeights, type WholeContract } from './askable';
import { changeWithheld } from './change-withheld';
import { commonGround } from './common-ground';
import { coordinatesIn } from './coordinates-in';
import { generateRequest } from './generate-request';
import { openTwin, type Pair } from './open-twins';
import { type Asker, type Requester, requesterOf } from './requester';
import { sealedIds } from './sealed-ids';
import type { GeneratedRequest } from './spoil-query';
import { ValuePool } from './value-pool';
import { WantedFields } from './wanted-fields';
import { Shown } from './what-is-shown';
import { type WithheldChange, withheldChange } from './withheld-change';

/** What the runs of all requesters share. */
export interface RunBase extends WholeContract {
  readonly now: Date;
  /** The federation that every twin differs from. */
  readonly plain: OpenFederation;
}

/** One request of a run, and how both twins answered it. */
export interface Asked {
  readonly request: GeneratedRequest;
  readonly answers: TwoAnswers;
}

/** Answered, or refused because an input reads what is withheld: every field of it was decided on. */
const isDecided = ({ body }: TwoAnswers): boolean =>
  Boolean(body?.data) || body?.errors?.[0]?.extensions?.code === 'INPUT_WITHHELD';

/** Twins that differ in what one requester is not shown, and what the requester asked them. */
export class Run {
  readonly asked: Asked[] = [];
  /** The fields that were asked for in requests that were answered. */
  readonly coordinates = new Set<string>();
  readonly askable: GraphQLSchema;
  /** What is not published, and was not asked for yet in a request that was decided. */
  readonly wanted: WantedFields;
  /** The fields of types of which something differs, as far as they can be asked by name. */
  private readonly wantedByType: ReadonlyMap<string, readonly string[]>;
  private readonly pool = new ValuePool();

  private token: string | undefined;

  private constructor(
    readonly requester: Requester,
    readonly pair: Pair,
    readonly change: WithheldChange,
    private readonly base: RunBase,
  ) {
    this.askable = askableBy(requester, base.api, base.now);
    this.wanted = new WantedFields(this.askable, base.contract.labels);
    this.wantedByType = new Map([...this.typesChanged()].map((type) => [type, coordinatesOf(this.askable, type)]));
    const place = { federation: pair.plain, now: base.now };
    for (const { purpose, list, text } of sealedIds(requester, change.hidden, place))
      this.pool.add(purpose, list, text);
  }

  /** Opens the twin of the base in which everything is other that the asker is not shown. */
  static async open(asker: Asker & { readonly seed: number }, base: RunBase): Promise<Run> {
    const { contract, api, now, plain } = base;
    const requester = requesterOf(asker, base);
    const change = withheldChange({ api, labels: contract.labels }, new Shown(requester, api, now), asker.seed);
    const rewrites = [commonGround(now), changeWithheld(change)];
    const changed = await openTwin({ now: () => now, rewrites, twinOf: plain });
    return new Run(requester, { plain, changed }, change, base);
  }

  /** Draws one request and asks both twins. */
  async ask(seed: number): Promise<Asked> {
    const { purposes } = this.requester;
    const purpose = purposes[seed % purposes.length] as Purpose;
    const request = generateRequest(seed, {
      purpose,
      pool: this.pool,
      schema: this.askable,
      weights: rootWeights(this.askable, (type) => this.worth(type, purpose)),
      names: [...this.base.contract.labels.fields.keys()].map((coordinate) => coordinate.split('.')[1] as string),
      isWanted: (coordinate) => this.isWanted(coordinate),
      sweep: this.wanted,
    });
    const asked = { request, answers: await this.send(request) };
    this.asked.push(asked);
    this.pool.learn(purpose, asked.answers.body?.data);
    if (isDecided(asked.answers)) {
      const coordinates = coordinatesIn(request, this.base.api);
      for (const coordinate of coordinates) this.coordinates.add(coordinate);
      this.wanted.asked(coordinates);
    }
    return asked;
  }

  /** What was changed, or is not published, and can be asked by name, and was not asked for in any request that was decided. */
  neverAsked(): string[] {
    return [...new Set([...this.change.values].filter((value) => this.isWanted(value)).concat(this.wanted.all()))];
  }

  /** Sends the requests once more, those first that were answered with rows, until one is answered differently. */
  async findDifference(): Promise<GeneratedRequest | undefined> {
    const [withRows, others] = [true, false].map((shows) =>
      this.asked.filter(({ answers }) => showsUnpublished(answers.body?.data) === shows),
    ) as [Asked[], Asked[]];
    for (const { request } of [...withRows, ...others]) if (differ(await this.send(request))) return request;
    return undefined;
  }

  /** Closes the twin; the base is left to whoever opened it. */
  close(): Promise<void> {
    return this.pair.changed.close();
  }

  private async send(request: GeneratedRequest): Promise<TwoAnswers> {
    this.token ??= await this.pair.plain.token(this.requester.persona);
    return askBoth(this.pair, this.token, request);
  }

  /** Types of which something differs, most those of which something unpublished is shown, and more while a field is still to be asked. */
  private worth(type: string, purpose: Purpose): number {
    const fields = this.wantedByType.get(type) ?? [];
    if (fields.length === 0) return 0;
    return (this.shows(type, purpose) ? 160 : 8) * (fields.some((one) => this.isWanted(one)) ? 2 : 1);
  }

  /** Whether anything of a type is shown for a purpose that is not published. */
  private shows(type: string, purpose: Purpose): boolean {
    const decider = this.requester.deciders.get(purpose) as Decider;
    const isShown = (coordinate: string) =>
      isUnpublished(this.base.contract.labels.fields.get(coordinate)) && !decider.decide(coordinate).withheld;
    return this.change.shown.reaches(type, purpose) && coordinatesOf(this.askable, type).some(isShown);
  }

  private isWanted(coordinate: string): boolean {
    const wanted = this.wantedByType.get(coordinate.slice(0, coordinate.indexOf('.')));
    return wanted?.includes(coordinate) === true && !this.coordinates.has(coordinate);
  }

  private typesChanged(): ReadonlySet<string> {
    return new Set([...this.change.rows, ...[...this.change.values].map((value) => value.split('.')[0] as string)]);
  }
}
