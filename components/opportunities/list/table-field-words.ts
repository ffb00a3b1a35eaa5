import type { TableField } from "@/lib/vocabulary/opportunities";

export const tableFieldWords: Record<TableField, string> = {
  title: "Title",
  buyer: "Buyer",
  reference: "Reference",
  kind: "Kind",
  status: "Status of the procedure",
  summary: "Summary",
  submission_at: "Submission as an instant (UTC)",
  submission_date: "Submission date",
  submission_time: "Submission time",
  submission_zone: "Time zone",
  questions_date: "Questions until",
  value: "Value",
  currency: "Currency",
  country: "Country",
  place: "Place",
  categories: "Categories",
  url: "Link",
  tags: "Tags",
  stage: "Stage",
  owner: "Owner",
};
