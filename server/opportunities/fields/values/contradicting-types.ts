import type { TenderDocument } from "../../tender-document";
import { standingOf } from "../deadlines/document-standing";
import type { Contradiction, FoundField } from "../tender-fields";
import { contractTypes } from "./statement-rules";

/**
 * Two papers that name different types of one contract. Only statements that name a single type count, and none where a
 * paper says that the contract mixes types.
 */
export function contradictingContractTypes(
  fields: readonly FoundField[],
  documents: readonly TenderDocument[],
): Contradiction[] {
  // A repository page, a draft or slides of market research are no word against the papers in force.
  const sure = new Set(documents.filter((document) => standingOf(document).weight >= 1).map(({ id }) => id));
  const said = fields
    .filter((field) => field.name === "contract_type" && sure.has(field.place.document))
    .map((field) => ({
      field,
      types: contractTypes
        .filter(
          ({ type, words }) =>
            type !== "framework agreement" && type !== "indefinite delivery" && words.test(field.quote),
        )
        .map(({ type }) => type),
    }));
  if (said.some(({ types }) => types.length > 1)) return [];
  const [first, ...others] = said.filter(({ types }) => types.length === 1);
  const other = others.find(({ types }) => types[0] !== first?.types[0]);
  if (!first || !other) return [];
  return [
    {
      what: `type of contract: ${first.types[0]} or ${other.types[0]}`,
      kind: "contract_type",
      severity: "hard",
      a: { place: first.field.place, quote: first.field.quote },
      b: { place: other.field.place, quote: other.field.quote },
    },
  ];
}
