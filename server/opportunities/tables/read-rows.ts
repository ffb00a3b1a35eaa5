import { foldText } from "@/lib/fold-text";
import type { TableField } from "@/lib/vocabulary/opportunities";
import { opportunityKinds, procedureStatuses } from "@/lib/vocabulary/opportunities";
import type { TableSheet } from "@/server/knowledge/ingest";
import { dateOrderOf } from "../fields/dates/date-order";
import type { DateOrder } from "../fields/dates/find-dates";
import { normaliseReference } from "../matching/references";
import { countryCode } from "../notices/country-code";
import { emptyNotice, type Money, type NoticeFacts } from "../notices/notice-facts";
import { kindOf } from "../notices/notice-kind";
import { readMoney } from "../notices/pages/stated-money";
import { statusOfWords } from "../notices/pages/status-words";
import { statedReference } from "../notices/stated-reference";
import type { ColumnMap } from "./map-columns";
import { readCellDate } from "./read-cell-date";
import type { TableProblem } from "./schemas";

/** Whom and what a row may name, by folded words. */
export interface KnownNames {
  stages: ReadonlyMap<string, string>;
  owners: ReadonlyMap<string, string>;
}

export interface ReadRow {
  row: number;
  facts: NoticeFacts;
  tags: string[];
  stage: string | null;
  ownerId: string | null;
}

export interface ReadRows {
  read: ReadRow[];
  problems: TableProblem[];
  leftOut: number;
}

/**
 * Rows of a table as notices. A row of which a filled cell cannot be understood is left out with the reason, because half of a row would look
 * like the whole of it; a row that is the same tender as an earlier one is left out as well.
 */
export function readRows(rows: TableSheet["rows"], columns: ColumnMap, names: KnownNames, now: Date): ReadRows {
  const order = orderOf(rows, columns);
  const seen = new Map<string, number>();
  const read: ReadRow[] = [];
  const problems: TableProblem[] = [];
  let leftOut = 0;
  for (const { number, cells } of rows) {
    const reader = new RowReader(number, cells, columns, order, names, now);
    const row = reader.read();
    const before = seen.get(row.facts.key);
    if (before !== undefined)
      reader.refuse(null, `It is the same tender as row ${before}: same reference and buyer, or same title and buyer.`);
    if (reader.problems.length > 0) {
      problems.push(...reader.problems);
      leftOut += 1;
      continue;
    }
    seen.set(row.facts.key, number);
    read.push(row);
  }
  return { read, problems, leftOut };
}

/** Whether the table writes the day or the month first, as far as its own dates prove it. */
function orderOf(rows: TableSheet["rows"], columns: ColumnMap): DateOrder | null {
  const dates = [columns.submission_date, columns.submission_at, columns.questions_date].filter(
    (column) => column !== undefined,
  );
  return dateOrderOf(rows.flatMap(({ cells }) => dates.map((column) => cells[column] ?? "")).slice(0, 500));
}

class RowReader {
  readonly problems: TableProblem[] = [];

  constructor(
    private readonly row: number,
    private readonly cells: readonly string[],
    private readonly columns: ColumnMap,
    private readonly order: DateOrder | null,
    private readonly names: KnownNames,
    private readonly now: Date,
  ) {}

  refuse(field: TableField | null, problem: string): void {
    this.problems.push({ row: this.row, field, problem });
  }

  read(): ReadRow {
    const title = this.line("title", 500);
    if (!title) this.refuse("title", "There is no title.");
    const buyer = this.line("buyer", 300);
    const reference = statedReference(this.line("reference", 200));
    const country = this.country();
    const deadlines = [this.submission(country), this.questions(country)].filter((date) => date !== null);
    const stated = this.line("place", 300);
    return {
      row: this.row,
      facts: emptyNotice({
        scheme: "file",
        type: "tender",
        key: keyOf(title ?? "", buyer ?? "", reference),
        status: this.status(),
        title,
        buyer,
        reference,
        kind: this.kind(),
        summary: this.cell("summary")?.slice(0, 5000) ?? null,
        deadlines,
        value: this.value(),
        place: stated,
        country: country ?? countryCode(stated?.split(/[,;]/).at(-1)?.trim()),
        categories: this.categories(),
        url: this.address(),
      }),
      tags: this.list("tags", 40).slice(0, 20),
      stage: this.named("stage", this.names.stages, "no stage of this workspace"),
      ownerId: this.named("owner", this.names.owners, "no member of this workspace who can own an opportunity"),
    };
  }

  private cell(field: TableField): string | null {
    const column = this.columns[field];
    const text = column === undefined ? "" : (this.cells[column] ?? "").trim();
    return text === "" || /^(?:[-–—]+|n\/?a)$/i.test(text) ? null : text;
  }

  private line(field: TableField, longest: number): string | null {
    const text = this.cell(field)?.replace(/\s+/g, " ") ?? null;
    if (text && text.length > longest) this.refuse(field, `It has ${text.length} characters; ${longest} are the most.`);
    return text;
  }

  private list(field: TableField, longest: number): string[] {
    const parts = (this.cell(field) ?? "").split(/[;,|\n]/).map((part) => part.trim());
    return [...new Set(parts.filter((part) => part !== "").map((part) => part.slice(0, longest)))];
  }

  private country(): string | null {
    const stated = this.cell("country");
    const code = countryCode(stated);
    if (stated && !code)
      this.refuse("country", `“${short(stated)}” is no country that is known. Write its name or a code as in DE.`);
    return code;
  }

  private submission(country: string | null): NoticeFacts["deadlines"][number] | null {
    const date = this.cell("submission_at") ?? this.cell("submission_date");
    const time = this.cell("submission_time");
    const zone = this.cell("submission_zone");
    if (!date) {
      if (time) this.refuse("submission_date", "There is a time of submission and no date.");
      return null;
    }
    return this.date("submission_date", "submission", { date, time, zone }, country);
  }

  private questions(country: string | null): NoticeFacts["deadlines"][number] | null {
    const date = this.cell("questions_date");
    const zone = this.cell("submission_zone");
    return date ? this.date("questions_date", "questions", { date, time: null, zone }, country) : null;
  }

  private date(
    field: TableField,
    kind: "submission" | "questions",
    stated: { date: string; time: string | null; zone: string | null },
    country: string | null,
  ): NoticeFacts["deadlines"][number] | null {
    const result = readCellDate(kind, stated, { country, order: this.order, now: this.now });
    if ("problem" in result) {
      this.refuse(result.isZone ? "submission_zone" : field, result.problem);
      return null;
    }
    return result;
  }

  private value(): Money | null {
    const stated = this.cell("value");
    const currency = this.cell("currency");
    if (!stated) return null;
    // A bare small number is no amount on a page, but in a column of amounts it is.
    const bare = /^\d+(?:[.,]\d{1,2})?$/.test(stated) ? stated.replace(",", ".") : null;
    const money = bare ? { amount: bare, currency: null } : readMoney(currency ? `${stated} ${currency}` : stated);
    if (!money) this.refuse("value", `“${short(stated)}” is no amount. Write it as 1400000.50.`);
    if (!money || !currency) return money;
    const code = /^[A-Z]{3}$/.test(currency.toUpperCase())
      ? currency.toUpperCase()
      : readMoney(`1000 ${currency}`)?.currency;
    if (!code) this.refuse("currency", `“${short(currency)}” is no currency. Write three letters, as in EUR.`);
    return { ...money, currency: code ?? money.currency };
  }

  private kind(): NoticeFacts["kind"] {
    const stated = this.cell("kind");
    if (!stated) return null;
    return opportunityKinds.find((kind) => kind === stated.toLowerCase()) ?? kindOf(stated) ?? "other";
  }

  private status(): NoticeFacts["status"] {
    const stated = this.cell("status");
    if (!stated) return "unknown";
    return procedureStatuses.find((status) => status === stated.toLowerCase()) ?? statusOfWords(stated) ?? "unknown";
  }

  private categories(): NoticeFacts["categories"] {
    return this.list("categories", 80).map((part) => {
      const [, scheme, code] = /^(CPV|NAICS|PSC|UNSPSC)[\s:-]*([0-9A-Z]{2,8})(?:-\d)?\b/i.exec(part) ?? [];
      if (scheme && code) return { scheme: scheme.toUpperCase(), code: code.toUpperCase(), label: null };
      const [, bare] = /^(\d{8})(?:-\d)?\b/.exec(part) ?? [];
      return bare ? { scheme: "CPV", code: bare, label: null } : { scheme: "category", code: part, label: part };
    });
  }

  private address(): string | null {
    const stated = this.cell("url");
    if (!stated) return null;
    if (/^https?:\/\/\S+$/i.test(stated) && URL.canParse(stated)) return stated;
    this.refuse("url", `“${short(stated)}” is no address. It begins with https://.`);
    return null;
  }

  private named(field: TableField, known: ReadonlyMap<string, string>, isNone: string): string | null {
    const stated = this.cell(field);
    if (!stated) return null;
    const found = known.get(foldText(stated).trim());
    if (!found) this.refuse(field, `“${short(stated)}” is ${isNone}.`);
    return found ?? null;
  }
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** What makes a row the same tender when the table is imported again. */
function keyOf(title: string, buyer: string, reference: string | null): string {
  const code = normaliseReference(reference);
  const whose = foldText(buyer).trim();
  return code ? `table ${whose} ${code}` : `table ${whose} “${foldText(title).trim()}”`;
}
