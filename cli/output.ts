import { literalText, oneLine } from "@/lib/literal-text";

// Titles come from pages and files of others: a terminal must show them, and never obey them.

/** JSON goes to stdout, everything for people to stderr, so that a script reads only what it asked for. */
export function printJson(value: unknown): void {
  process.stdout.write(`${literalText(JSON.stringify(value))}\n`);
}

export function printText(text: string): void {
  process.stdout.write(`${literalText(text)}\n`);
}

export function say(text: string): void {
  process.stderr.write(`${literalText(text)}\n`);
}

/** Columns as wide as their widest cell. */
export function table(given: readonly (readonly string[])[]): string {
  const rows = given.map((row) => row.map(oneLine));
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, cell.length)), []);
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
