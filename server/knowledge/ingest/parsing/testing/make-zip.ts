import { strToU8, type Zippable, zipSync } from "fflate";

export function makeZip(files: Record<string, string | Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(files))
    entries[path] = typeof content === "string" ? strToU8(content) : content;
  return zipSync(entries);
}

const relations = (target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;

/** A Word file around the XML of its body; further parts by name. */
export function makeDocx(body: string, parts: Record<string, string> = {}, prolog = ""): Uint8Array {
  return makeZip({
    "_rels/.rels": relations("word/document.xml"),
    "word/document.xml": `<?xml version="1.0"?>${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

export function makeXlsx(sheetXml: string, parts: Record<string, string> = {}): Uint8Array {
  return makeZip({
    "_rels/.rels": relations("xl/workbook.xml"),
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="Prices" sheetId="1" r:id="s1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="s1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheetXml}</sheetData></worksheet>`,
    ...parts,
  });
}

export function makePptx(slides: string[], parts: Record<string, string> = {}): Uint8Array {
  const files: Record<string, string> = {
    "_rels/.rels": relations("ppt/presentation.xml"),
    "ppt/presentation.xml": `<p:presentation xmlns:r="r"><p:sldIdLst>${slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="s${index}"/>`).join("")}</p:sldIdLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": `<Relationships>${slides.map((_, index) => `<Relationship Id="s${index}" Type="x/slide" Target="slides/slide${index + 1}.xml"/>`).join("")}</Relationships>`,
    ...parts,
  };
  for (const [index, slide] of slides.entries())
    files[`ppt/slides/slide${index + 1}.xml`] = `<p:sld><p:cSld><p:spTree>${slide}</p:spTree></p:cSld></p:sld>`;
  return makeZip(files);
}
