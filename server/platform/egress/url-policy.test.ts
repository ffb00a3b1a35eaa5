import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { describe, expect, it, test } from "vitest";
import { isNeverAllowed, isPublicAddress } from "@/lib/address-policy";
import { AddressNotAllowedError, UnreachableError } from "./errors";
import { privateAddresses, publicAddresses, refusedUrls } from "./testing/address-tables";
import { endpointOf, requirePublicUrl, requireTrustedUrl } from "./url-policy";

test("the tables are as wide as promised", () => {
  expect(privateAddresses.length + publicAddresses.length + refusedUrls.length).toBeGreaterThanOrEqual(170);
});

describe("addresses", () => {
  it.each(privateAddresses)("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(publicAddresses)("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));
  it.each(["", "example.com", "127.1", "fe80::1%eth0", "1.2.3.4.5", "0x7f.0.0.1"])("%j is no address", (text) =>
    expect(isPublicAddress(text)).toBe(false),
  );
  it("keeps the places of cloud credentials from operators too", () => {
    for (const address of [
      "169.254.169.254",
      "fe80::1",
      "fd00:ec2::254",
      "100.100.100.200",
      "::ffff:169.254.169.254",
    ]) {
      expect(isNeverAllowed(address)).toBe(true);
    }
    expect(isNeverAllowed("127.0.0.1")).toBe(false);
    expect(() => requireTrustedUrl("http://169.254.169.254/")).toThrow(UnreachableError);
  });
});

describe("urls", () => {
  it.each(refusedUrls)("refuses %s", (url) => {
    expect(() => requirePublicUrl(url)).toThrow(/could not be reached|Only http and https/);
  });

  it.each([
    ["https://example.com/a?b#c", "https://example.com/a?b"],
    ["http://EXAMPLE.com.:8080/", "http://example.com:8080/"],
    ["https://93.184.216.34/", "https://93.184.216.34/"],
    ["https://[2606:4700:4700::1111]/", "https://[2606:4700:4700::1111]/"],
    ["https://bücher.example/", "https://xn--bcher-kva.example/"],
  ])("lets %s through as %s", (url, opened) => expect(requirePublicUrl(url).href).toBe(opened));

  it("says the same about every private, wrong and dead place", () => {
    const said = ["http://10.0.0.1/", "http://localhost/", "http://intranet/"].map((url) => {
      try {
        requirePublicUrl(url);
        return "";
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(
      new Set([...said, new UnreachableError("failed").message, new UnreachableError("timeout").message]).size,
    ).toBe(1);
  });

  it("compares endpoints by host and port", () => {
    expect(endpointOf("https://a.example/x")).toBe("a.example:443");
    expect(endpointOf("http://[::1]:9000")).toBe("::1:9000");
  });

  const vectors = new URL("../../../../shared/data/security/urltestdata.json", import.meta.url);
  const title = "answers every row of the web platform's URL tests with a public address or a refusal";
  it.skipIf(!existsSync(vectors))(existsSync(vectors) ? title : `${title} (skipped: no data)`, () => {
    const rows: { input: string; base?: string | null }[] = JSON.parse(readFileSync(vectors, "utf8"));
    let opened = 0;
    for (const row of rows.filter((one) => typeof one === "object")) {
      const url = URL.parse(row.input, row.base ?? undefined);
      try {
        const allowed = requirePublicUrl(url ?? row.input);
        opened++;
        expect(allowed.protocol).toMatch(/^https?:$/);
        expect(allowed.username + allowed.password).toBe("");
        expect(["", "80", "443", "8080", "8443"]).toContain(allowed.port);
        expect(allowed.hostname).not.toMatch(/localhost$|\.$/);
        const literal = allowed.hostname.replace(/[[\]]/g, "");
        if (isIP(literal)) expect(isPublicAddress(literal)).toBe(true);
      } catch (error) {
        if (!(error instanceof AddressNotAllowedError) && !(error instanceof UnreachableError)) throw error;
      }
    }
    expect(opened).toBeGreaterThan(50);
  });
});
