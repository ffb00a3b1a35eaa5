import type { FactorBasis, FactorResult } from "../factor-result";
import { known, unknown } from "../factor-result";
import type { FitFacts } from "../fit-facts";
import { nameWithin } from "./likeness";
import { namedCertificates, sameCertificate } from "./named-certificates";

interface Condition {
  text: string;
  /** Null: the profile does not say. */
  isMet: boolean | null;
  basis: FactorBasis;
}

/** Words with which buyers say that a tender is open to all. */
const openToAll =
  /^\s*(?:none|no set[- ]?aside(?: used)?|not (?:a )?set[- ]?aside|n\/?a|full and open(?: competition)?|unrestricted|open to all)\.?\s*$/i;

/** Set-asides and certificates that are stated as a condition, against what the profile says of us. Nothing stated is unknown, not met. */
export function eligibilityFactor(facts: FitFacts): FactorResult {
  const conditions = [...setAsides(facts), ...certificates(facts)];
  const basis = conditions.map((condition) => condition.basis);
  if (conditions.length === 0) {
    return unknown("eligibility", "No set-aside and no certificate is stated as a condition, as far as has been read.");
  }
  const failed = conditions.filter(({ isMet }) => isMet === false);
  const open = conditions.filter(({ isMet }) => isMet === null);
  const met = conditions.length - failed.length - open.length;
  if (failed.length > 0) {
    return known(
      "eligibility",
      0,
      `${failed.map(({ text }) => text).join(", ")} ${failed.length === 1 ? "is a condition that your profile does not meet" : "are conditions that your profile does not meet"} (${met} of ${conditions.length} stated conditions met).`,
      { isBlocker: true, basis },
    );
  }
  if (met === 0) {
    return unknown(
      "eligibility",
      `${open.map(({ text }) => text).join(", ")} ${open.length === 1 ? "is" : "are"} stated as a condition, and your profile does not say whether you meet ${open.length === 1 ? "it" : "them"}.`,
      basis,
    );
  }
  return known(
    "eligibility",
    1,
    open.length === 0
      ? `Your profile meets ${met === 1 ? "the one stated condition" : `all ${met} stated conditions`}.`
      : `Your profile meets ${met} of ${conditions.length} stated conditions and does not say anything of ${open.map(({ text }) => text).join(", ")}.`,
    { low: met / conditions.length, basis },
  );
}

function setAsides({ opportunity, fields, profile }: FitFacts): Condition[] {
  const stated = fields.filter(({ name }) => name === "set_aside");
  const all =
    stated.length > 0 ? stated : opportunity.setAside ? [{ text: opportunity.setAside, evidenceId: null }] : [];
  return all
    .filter(({ text }) => !openToAll.test(text))
    .map(({ text, evidenceId }) => ({
      text,
      isMet:
        profile.setAsides.length === 0
          ? null
          : profile.setAsides.some((own) => nameWithin(own, text) || nameWithin(text, own)),
      basis: {
        kind: evidenceId ? "evidence" : "opportunity",
        id: evidenceId ?? opportunity.id,
        text: `Set aside: ${text}`,
      },
    }));
}

function certificates({ fields, demands, profile }: FitFacts): Condition[] {
  const stated = [
    ...fields
      .filter(({ name }) => name === "eligibility")
      .map(({ text, evidenceId }) => ({ text, id: null, evidenceId })),
    ...demands
      .filter(
        ({ kind, isMandatory }) =>
          isMandatory && (kind === "eligibility" || kind === "security" || kind === "staffing"),
      )
      .map(({ id, text, evidenceId }) => ({ text, id, evidenceId })),
  ];
  const found = new Map<string, Condition>();
  for (const { text, id, evidenceId } of stated) {
    for (const certificate of namedCertificates(text)) {
      if ([...found.keys()].some((known) => sameCertificate(known, certificate))) continue;
      found.set(certificate, {
        text: certificate,
        isMet:
          profile.certifications.length === 0
            ? null
            : profile.certifications.some((own) => sameCertificate(own, certificate)),
        basis: {
          kind: evidenceId ? "evidence" : "requirement",
          id: evidenceId ?? id,
          text: `${certificate}: ${text.slice(0, 300)}`,
        },
      });
    }
  }
  return [...found.values()];
}
