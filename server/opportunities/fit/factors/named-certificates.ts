/** Certificates and attestations that organisations hold and buyers ask for by name. */
const patterns: readonly RegExp[] = [
  /\b(?:ISO|DIN EN ISO|EN ISO|BS EN ISO)(?:\/IEC)?[ -]?\d{4,5}(?:-\d{1,2})?/g,
  /\bSOC[ -]?[123]\b(?: Type (?:II|I|2|1)\b)?/g,
  /\bCMMI(?:[ -](?:DEV|SVC))?(?: (?:Maturity )?Level [1-5])?/g,
  /\bCMMC(?: Level [1-3])?/g,
  /\bFedRAMP\b(?: (?:High|Moderate|Low))?/g,
  /\bPCI[ -]DSS\b/g,
  /\bCyber Essentials(?: Plus)?\b/g,
  /\bAS ?9100\b/g,
  /\bIATF ?16949\b/g,
  /\bTISAX\b/g,
  /\bBSI C5\b/g,
  /\bHITRUST\b/g,
  /\bCSA STAR\b/g,
  /\bEMAS\b/g,
  /\bSA ?8000\b/g,
];

/** In the order in which they stand, each once. */
export function namedCertificates(text: string): string[] {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ at: match.index, name: match[0] })),
  );
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ name }) => name.trim()))];
}

/** "ISO/IEC 27001:2022" is "ISO 27001"; a higher grade of the same is another. */
export function sameCertificate(a: string, b: string): boolean {
  return certificateKey(a) === certificateKey(b);
}

export function certificateKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/:\s*\d{4}\b/g, "")
    .replace(/\b(?:din|en|bs|iec|certified|certification|certificate)\b|\/iec/g, "")
    .replace(/[^a-z0-9]+/g, "");
}
