import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { describe, expect, it, test } from "vitest";
import { isNeverAllowed, isPublicAddress } from "@/lib/address-policy";
import { AddressNotAllowedError, UnreachableError } from "./errors";
import { endpointOf, requirePublicUrl, requireTrustedUrl } from "./url-policy";

const privateAddresses = `
0.0.0.0 0.1.2.3 0.255.255.255 10.0.0.0 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1
127.0.0.53 127.1.2.3 127.255.255.255 168.63.129.16 169.254.0.1 169.254.169.254 169.254.170.2 172.16.0.1 172.20.10.1
172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1 192.168.255.255
192.175.48.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 224.0.0.251 239.255.255.250 240.0.0.1
250.1.2.3 255.255.255.254 255.255.255.255
:: ::1 ::2 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:0:127.0.0.1
::ffff:7f00:1 ::ffff:c0a8:1 ::ffff:100.64.0.1 64:ff9b::1 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b::10.0.0.1
64:ff9b:1::1 64:ff9b:1::a00:1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1 2001:3::1 2001:4:112::1
2001:10::1 2001:20::1 2001:30::1 2001:db8::1 2001:db8:ffff::1 2002:7f00:1:: 2002:a00:1:: 2002:808:808::1
2620:4f:8000::1 3fff::1 3fff:fff::1 4000::1 5f00::1 8000::1 fc00::1 fd00::1 fd00:ec2::254 fd12:3456:789a::1 fe80::1
fe80::a9fe:a9fe fe81::1 febf::1 fec0::1 feff::1 ff00::1 ff02::1 ff02::fb ff05::2 ffff::1`
  .trim()
  .split(/\s+/);

const publicAddresses = `
1.1.1.1 8.8.8.8 9.9.9.9 11.0.0.1 93.184.216.34 100.63.255.255 100.128.0.1 126.255.255.255 128.0.0.1 169.253.255.255
172.15.255.255 172.32.0.1 191.255.255.255 192.167.255.255 192.169.0.1 198.17.255.255 198.20.0.1 223.255.255.254
::ffff:8.8.8.8 ::ffff:93.184.216.34 2001:4860:4860::8888 2606:4700:4700::1111 2a00:1450:4001:81b::200e 2620:fe::fe`
  .trim()
  .split(/\s+/);

/** Every way to write a private place that the URL standard reads as one, names, schemes, ports. */
const refusedUrls = `
http://127.0.0.1/ http://127.1/ http://127.0.1/ http://2130706433/ http://0x7f000001/ http://0x7f.1/ http://0177.0.0.1/
http://0/ http://0x0/ http://00000000177.1/ http://127.0.0.1./ http://①②⑦.⓪.⓪.①/ http://127。0。0。1/
http://%31%32%37.0.0.1/ http://[::1]/ http://[0:0:0:0:0:0:0:1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/
http://[::127.0.0.1]/ http://[fe80::1]/ http://[fd00:ec2::254]/ http://169.254.169.254/latest/meta-data/
http://2852039166/ http://0xa9fea9fe/ http://0251.0376.0251.0376/ http://localhost/ http://LOCALHOST/ http://localhost./
http://ｌｏｃａｌｈｏｓｔ/ http://a.localhost/ http://a.b.localhost./ http://metadata/ http://metadata.google.internal/
http://metadata.google.internal./ http://db.internal/ http://printer.local/ http://router.lan/ http://nas.home.arpa/
http://intranet/ http://host.localdomain/ http://hidden.onion/ http://example..com/ file:///etc/passwd
ftp://example.com/ gopher://example.com:70/ data:text/html,hi javascript:alert(1) blob:https://example.com/1
view-source:https://example.com/ chrome://version/ about:blank ws://example.com/ mailto:a@example.com
https://user:pw@example.com/ https://user@example.com/ https://:pw@example.com/ http://example.com:25/
http://example.com:22/ http://example.com:5432/ http://example.com:6379/ http://example.com:11211/
http://example.com:9200/ http://example.com:2375/ https://example.com:3306/ //example.com/ example.com http:// http://[/`
  .trim()
  .split(/\s+/);

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
