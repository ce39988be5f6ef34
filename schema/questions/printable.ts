/** Characters that would steer a terminal or turn the direction of a line, instead of being read. */
const STEERING = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** A text as a terminal may print it: an answer cannot move the cursor or colour what others wrote. */
export const printable = (text: string): string => text.replaceAll(STEERING, ' ');
