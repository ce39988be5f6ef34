import { KEY_SPACE } from '../../perturbation/record-key';
import { AGE_BANDS, AREAS, ATTRIBUTES, CHANGE_SHARES, SEXES, type SimulatedArea } from './simulated-places';
import type { SimulationRandom } from './simulation-random';

/** A simulated person: no real one is behind any. */
export interface SimulatedPerson {
  readonly area: string;
  readonly age: string;
  readonly sex: string;
  readonly attribute: string;
  /** Drawn by the simulation, as uniform as a record key is. */
  readonly key: number;
}

/** How many people of the register are alike in all that it says, and the sum of their keys. */
export interface AlikePeople extends Omit<SimulatedPerson, 'key'> {
  persons: number;
  key: number;
}

/** A simulated register of people: they enter, leave, and change their attribute, week by week. */
export class SimulatedRegister {
  private readonly inhabitants = new Map<string, SimulatedPerson[]>();
  private readonly alike = new Map<string, AlikePeople>();

  constructor(private readonly random: SimulationRandom) {
    for (const { code, people } of AREAS) {
      this.inhabitants.set(code, []);
      for (let entered = 0; entered < people; entered += 1) this.add(this.newcomer(code));
    }
  }

  /** Everybody in the register, counted by all that it says. */
  counted(): Iterable<Readonly<AlikePeople>> {
    return this.alike.values();
  }

  /** A week goes by. */
  passWeek(): void {
    for (const area of AREAS) this.passWeekIn(area);
  }

  /** Somebody of a known area, age band and attribute enters; the rest is drawn. */
  enter(known: Pick<SimulatedPerson, 'area' | 'age' | 'attribute'>): void {
    this.add({ ...this.newcomer(known.area), ...known });
  }

  private passWeekIn({ code, changesPerWeek }: SimulatedArea): void {
    const times = (share: number) => this.random.events(changesPerWeek * share);
    for (let left = times(CHANGE_SHARES.leave); left > 0; left -= 1) this.takeAny(code);
    for (let left = times(CHANGE_SHARES.change); left > 0; left -= 1) {
      const person = this.takeAny(code);
      if (person) this.add({ ...person, attribute: this.drawn(ATTRIBUTES) });
    }
    for (let left = times(CHANGE_SHARES.enter); left > 0; left -= 1) this.add(this.newcomer(code));
  }

  private add(person: SimulatedPerson): void {
    this.inhabitants.get(person.area)?.push(person);
    this.count(person, 1);
  }

  private takeAny(area: string): SimulatedPerson | undefined {
    const people = this.inhabitants.get(area) ?? [];
    const [taken] = people.splice(this.random.below(people.length), 1);
    if (taken) this.count(taken, -1);
    return taken;
  }

  private count({ key, ...said }: SimulatedPerson, times: 1 | -1): void {
    const id = `${said.area}|${said.age}|${said.sex}|${said.attribute}`;
    const alike = this.alike.get(id) ?? { ...said, persons: 0, key: 0 };
    alike.persons += times;
    alike.key += times * key;
    this.alike.set(id, alike);
  }

  private newcomer(area: string): SimulatedPerson {
    return {
      area,
      age: this.drawn(AGE_BANDS),
      sex: this.drawn(SEXES),
      attribute: this.drawn(ATTRIBUTES),
      key: this.random.below(KEY_SPACE),
    };
  }

  private drawn({ codes, shares }: { readonly codes: readonly string[]; readonly shares: readonly number[] }): string {
    return codes[this.random.share(shares)] ?? '';
  }
}
