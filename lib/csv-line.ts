/**
 * One record of a CSV file (RFC 4180). Cells that a spreadsheet would run as a formula get an apostrophe in front, which it
 * shows as text (OWASP: CSV injection). Numbers with a sign stay numbers.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(text: string): string {
  // Spreadsheets pass over what cannot be seen in front of a formula, and over some of it they stumble.
  const isFormula = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\0])/u.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n\t;]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
