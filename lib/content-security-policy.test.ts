import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

test("a production page allows neither inline nor evaluated code, nor any other origin", () => {
  const policy = contentSecurityPolicy("abc");
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).toContain("style-src 'self' 'nonce-abc';");
  expect(policy).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
});

test("nobody may frame a page, move its base or post its forms elsewhere", () => {
  const policy = contentSecurityPolicy("abc");
  for (const directive of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "object-src 'none'"]) {
    expect(policy).toContain(directive);
  }
});
