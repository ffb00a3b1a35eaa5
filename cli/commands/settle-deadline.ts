import type { OpportunityDetail } from "@/server/opportunities/detail/schemas";
import { connect } from "../api";
import { printJson, printText } from "../output";

/** Another paper that says what is in force. */
const stateWords = {
  in_force: "says the same",
  contradicted: "contradicts",
  rejected: "rejected",
  superseded: "superseded",
};

/** Every statement of the dates that people meet first, those that disagree marked. */
export function dateLines(detail: OpportunityDetail): string[] {
  return detail.deadlines
    .filter(({ kind }) => kind === "submission" || kind === "questions")
    .flatMap(({ kind, isContradicted, statements, inForceId }) =>
      statements.map((one) => {
        const mark = isContradicted ? "DISAGREES" : one.id === inForceId ? "in force" : stateWords[one.state];
        const when = [one.localDate, one.localTime, one.zoneStated].filter(Boolean).join(" ") || "no date";
        const where = one.citation
          ? `${one.citation.title}${one.citation.page ? `, page ${one.citation.page}` : ""}`
          : "notice";
        return `${kind}  ${when}  (${mark})  “${one.quote}”  ${where}`;
      }),
    );
}

export async function settleDeadline(
  id: string,
  options: { kind: string; date?: string; statement?: string; takeBack?: boolean; json?: boolean },
): Promise<void> {
  const api = connect();
  const path = `/opportunities/${encodeURIComponent(id)}`;
  const { deadlines } = await api.get<OpportunityDetail>(path);
  const statements = deadlines.find(({ kind }) => kind === options.kind)?.statements ?? [];
  const fitting = statements.filter((one) =>
    options.statement ? one.id === options.statement : options.date !== undefined && one.localDate === options.date,
  );
  const [chosen] = fitting;
  if (!options.takeBack && fitting.some((one) => one.at !== chosen?.at || one.localTime !== chosen?.localTime)) {
    throw new Error(
      ["Several statements name this day. Say which with --statement:", ...fitting.map(statementLine)].join("\n"),
    );
  }
  if (!options.takeBack && !chosen) {
    throw new Error(
      ["Say which date holds with --date or --statement. These are stated:", ...statements.map(statementLine)].join(
        "\n",
      ),
    );
  }
  const statementId = options.takeBack ? null : chosen?.id;
  const settled = await api.send("POST", `${path}/deadlines`, { kind: options.kind, statementId });
  if (options.json) return printJson(settled);
  for (const line of dateLines(await api.get<OpportunityDetail>(path))) printText(line);
}

function statementLine(one: OpportunityDetail["deadlines"][number]["statements"][number]): string {
  return `  ${one.id}  ${[one.localDate ?? "no date", one.localTime, one.zoneStated].filter(Boolean).join(" ")}  “${one.quote}”`;
}
