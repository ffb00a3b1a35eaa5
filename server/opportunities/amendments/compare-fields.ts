import { foldText } from "@/lib/fold-text";
import type { FoundField, TenderFields } from "../fields/tender-fields";

/** What bids are judged or limited by, stated otherwise by a newer version. */
export interface ChangedField {
  name: "evaluation_factor" | "page_limit" | "value" | "date";
  before: string | null;
  after: string | null;
}

/** Factors and page limits of two versions of one paper: paired by what they are called, told when their weight or figure differs. */
export function compareFields(
  before: Pick<TenderFields, "fields">,
  after: Pick<TenderFields, "fields">,
): ChangedField[] {
  return (["evaluation_factor", "page_limit"] as const).flatMap((name) => {
    const [old, fresh] = [before, after].map(({ fields }) => named(fields, name)) as [
      Map<string, string>,
      Map<string, string>,
    ];
    const keys = new Set([...old.keys(), ...fresh.keys()]);
    return [...keys].flatMap((key): ChangedField[] => {
      const [was, is] = [old.get(key) ?? null, fresh.get(key) ?? null];
      // One that only a version names may have been read in one of them alone.
      return was === null || is === null || foldText(was) === foldText(is) ? [] : [{ name, before: was, after: is }];
    });
  });
}

function named(fields: readonly FoundField[], name: "evaluation_factor" | "page_limit"): Map<string, string> {
  const texts = new Map<string, string>();
  for (const field of fields) {
    if (field.name !== name) continue;
    const key = foldText(field.name === "evaluation_factor" ? field.value.name : field.value.part)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    if (!texts.has(key)) texts.set(key, field.text);
  }
  return texts;
}
