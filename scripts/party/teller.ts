import type { Language } from '@pasarela/schema/localized-text';
import { fill, TEXTS, type Texts } from './texts';

type TextName = Exclude<keyof Texts, 'faults'>;

/** Tells, line by line and in one language, what a command does. */
export class Teller {
  constructor(
    private readonly language: Language,
    private readonly write: (text: string) => void,
  ) {}

  /** A text of the command with its slots filled. */
  text(name: TextName, slots: Readonly<Record<string, string | number>> = {}): string {
    return fill(TEXTS[this.language][name], slots);
  }

  say(name: TextName, slots: Readonly<Record<string, string | number>> = {}): void {
    this.write(`${this.text(name, slots)}\n`);
  }

  /** Says what has its own words already. */
  repeat(text: string): void {
    this.write(text);
  }
}
