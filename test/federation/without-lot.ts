/**
 * The text of an answer without what of its receipt is drawn by lot (the leaf's hash under its blind, the salt) or
 * counts what was asked so far (the leaf's number, the newest checkpoint): equal answers have other receipts.
 */
export const withoutLot = (text: string): string =>
  text.replaceAll(/"(index|leafHash|answerSalt|checkpoint)":("(?:[^"\\]|\\.)*"|\d+|null)/g, '"$1":"LOT"');
