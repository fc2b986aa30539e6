/** Comes first in a file that a spreadsheet is to read as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A cell that starts with one of these is a formula to a spreadsheet, and a formula can send the sheet away. */
const FORMULA = /^[=+\-@\t\r]/;

/** Half of a character: it has no UTF-8. */
const wellFormed = (text: string): string => text.toWellFormed();

const cell = (value: string): string => {
  const guarded = FORMULA.test(value) ? `'${value}` : value;
  const text = wellFormed(guarded);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One record as RFC 4180 has it, with its line end. Cells that a spreadsheet would run start with an apostrophe. */
export const csvRecord = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
