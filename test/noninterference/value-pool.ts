import type { SeededRandom } from '@pasarela/serve/domain/seeded-random';

/** What was learnt from earlier answers: cursors and ids, by the list that gave them and the purpose that they were given for. */
export class ValuePool {
  private readonly given = new Map<string, string[]>();

  /** Takes in what an answer gives away to be asked with again. @param data by response keys that begin with the field's name. */
  learn(purpose: string, data: unknown): void {
    if (data === null || typeof data !== 'object') return;
    for (const [key, value] of Object.entries(data)) this.collect(`${purpose} ${fieldOf(key)}`, value);
  }

  /** Adds one text that a list gave at another time. */
  add(purpose: string, list: string, text: string): void {
    const place = `${purpose} ${list}`;
    this.given.set(place, [...(this.given.get(place) ?? []), text]);
  }

  /** A text of a list; now and then one of another list or purpose. */
  pick(purpose: string, list: string, random: SeededRandom): string | undefined {
    const own = this.given.get(`${purpose} ${list}`) ?? [];
    const texts = own.length === 0 || random.chance(0.05) ? [...this.given.values()].flat() : own;
    return texts.length > 0 ? random.pick(texts) : undefined;
  }

  private collect(place: string, value: unknown): void {
    if (value === null || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      const list = KINDS[fieldOf(key)];
      if (list && typeof inner === 'string') this.add(...(`${place}${list}`.split(' ') as [string, string]), inner);
      else this.collect(place, inner);
    }
  }
}

/** Which fields give something to ask with, and the mark of what they give. */
const KINDS: Readonly<Record<string, string>> = { cursor: '.cursor', endCursor: '.cursor', id: '.id' };

/** An alias here is the field's name, an underscore and a number. */
const fieldOf = (key: string): string => key.split('_')[0] as string;

/** What the inputs of one query are drawn from. */
export interface InputSource {
  readonly random: SeededRandom;
  readonly pool: ValuePool;
  readonly purpose: string;
}
