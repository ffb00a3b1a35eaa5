import type { DocumentKind } from "@/lib/vocabulary/documents";

export const kindWords: Record<DocumentKind, string> = {
  pdf: "PDF",
  docx: "Word",
  xlsx: "Excel",
  pptx: "PowerPoint",
  html: "HTML",
  markdown: "Markdown",
  text: "Text",
  csv: "CSV",
  email: "E-mail",
};
