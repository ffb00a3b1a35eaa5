import type { Command } from "commander";
import type { ListRequirementsOutput, RequirementView } from "@/server/opportunities/requirements/schemas";
import { type Api, connect } from "../api";
import { printJson, printText, table } from "../output";
import { saveTable, type TableFile } from "./save-table";

/** All requirements that stand, page by page. */
export async function allRequirements(
  api: Api,
  opportunityId: string,
  filters: Record<string, string | undefined> = {},
): Promise<RequirementView[]> {
  const found: RequirementView[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.get<ListRequirementsOutput>(
      `/opportunities/${encodeURIComponent(opportunityId)}/requirements`,
      {
        ...filters,
        limit: 1000,
        cursor,
      },
    );
    found.push(...page.requirements);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

/** A requirement as scripts know it. */
export function requirementJson(one: RequirementView) {
  const { id, label, ref, text, leadIn, kind, isMandatory, obliged, section, due, state, citation } = one;
  return {
    id,
    label,
    ref,
    text,
    leadIn,
    kind,
    mandatory: isMandatory,
    obliged,
    section,
    due,
    state,
    locator: citation
      ? { documentId: citation.documentId, page: citation.page, start: citation.start, end: citation.end }
      : null,
  };
}

export function requirementsCommands(program: Command): void {
  const requirements = program.command("requirements").description("what a tender demands, line by line");
  requirements
    .command("list")
    .requiredOption("--opportunity <id>", "of which opportunity")
    .option("--kind <kind>", "only of this kind")
    .option("--mandatory", "only what is mandatory")
    .option("--json", "print one JSON object")
    .action(async (options: { opportunity: string; kind?: string; mandatory?: boolean; json?: boolean }) => {
      const found = await allRequirements(connect(), options.opportunity, {
        kind: options.kind,
        isMandatory: options.mandatory ? "true" : undefined,
      });
      if (options.json) return printJson({ requirements: found.map(requirementJson) });
      printText(
        table([
          ["no.", "ref", "kind", "", "text"],
          ...found.map((one) => [
            one.label,
            one.ref ?? "",
            one.kind,
            one.isMandatory ? "must" : "may",
            one.text.replace(/\s+/g, " ").slice(0, 110),
          ]),
        ]),
      );
    });
  requirements
    .command("export")
    .requiredOption("--opportunity <id>", "of which opportunity")
    .option("--format <format>", "csv or xlsx", "xlsx")
    .option("--out <file>", "where to write it")
    .description("all requirements as a table")
    .action(async (options: { opportunity: string; format: string; out?: string }) => {
      const path = `/opportunities/${encodeURIComponent(options.opportunity)}/requirements/export`;
      await saveTable(await connect().get<TableFile>(path, { format: options.format }), options.out);
    });
}
