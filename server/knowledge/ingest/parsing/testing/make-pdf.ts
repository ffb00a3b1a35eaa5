/** Objects of a minimal PDF, written with a correct cross reference table. */
export function makePdf(objects: { body: string; stream?: Uint8Array }[], trailer = ""): Uint8Array {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (part: string | Uint8Array) => {
    const bytes = typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
  };
  put("%PDF-1.5\n");
  for (const [index, { body, stream }] of objects.entries()) {
    offsets.push(length);
    put(`${index + 1} 0 obj\n`);
    if (stream) {
      put(body.replace(/>>$/, `/Length ${stream.length}>>`));
      put("\nstream\n");
      put(stream);
      put("\nendstream");
    } else put(body);
    put("\nendobj\n");
  }
  const start = length;
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) put(`${String(offset).padStart(10, "0")} 00000 n \n`);
  put(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

export interface PdfLine {
  text: string;
  x: number;
  /** From the top of an A4 page. */
  y: number;
  size?: number;
  bold?: boolean;
}

/** A text PDF with one list of lines for each page; `drawing` is added to every page. */
export function textPdf(pages: PdfLine[][], drawing = ""): Uint8Array {
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`).join(" ");
  const objects: { body: string; stream?: Uint8Array }[] = [
    { body: "<</Type/Catalog/Pages 2 0 R>>" },
    { body: `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>` },
    { body: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>" },
    { body: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>" },
  ];
  for (const [index, lines] of pages.entries()) {
    objects.push({
      body: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents ${6 + index * 2} 0 R>>`,
    });
    const content = lines.map(
      (line) =>
        `BT /${line.bold ? "F2" : "F1"} ${line.size ?? 11} Tf 1 0 0 1 ${line.x} ${842 - line.y} Tm (${line.text.replace(/[()\\]/g, "\\$&")}) Tj ET`,
    );
    objects.push({ body: "<<>>", stream: Buffer.from(`${drawing}\n${content.join("\n")}`, "latin1") });
  }
  return makePdf(objects);
}

/** Wrapped lines of a paragraph, 14 points apart. */
export function paragraphLines(lines: string[], x: number, y: number): PdfLine[] {
  return lines.map((text, index) => ({ text, x, y: y + index * 14 }));
}

/** A page that is one picture, as scanners make them. */
export function scannedPdf(jpeg: Uint8Array, width: number, height: number): Uint8Array {
  return makePdf([
    { body: "<</Type/Catalog/Pages 2 0 R>>" },
    { body: "<</Type/Pages/Kids[3 0 R]/Count 1>>" },
    { body: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>" },
    { body: "<<>>", stream: Buffer.from("q 595 0 0 842 0 0 cm /I Do Q") },
    {
      body: `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode>>`,
      stream: jpeg,
    },
  ]);
}
