import type { FileKind } from "./detect-type";

/** What people call a file of each kind. */
export const kindWords = {
  pdf: "PDF",
  docx: "Word document",
  xlsx: "Excel workbook",
  pptx: "PowerPoint presentation",
  html: "web page",
  markdown: "Markdown file",
  text: "text file",
  csv: "table",
  eml: "mail",
  zip: "archive",
} as const satisfies Record<FileKind, string>;
