import { expect, test } from "vitest";
import { decodeHtml } from "./decode-html";

const latin = (text: string) => Buffer.from(text, "latin1");
const utf8 = (text: string) => Buffer.from(text, "utf8");

test("believes the byte order mark before all else", () => {
  const body = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Grüße", "utf16le")]);
  expect(decodeHtml(body, "text/html; charset=iso-8859-1")).toEqual({ text: "Grüße", charset: "utf-16le" });
});

test("reads the charset from the header, then from the page", () => {
  expect(decodeHtml(Buffer.from([0xcf, 0xf0, 0xe8]), "text/html; charset=windows-1251").text).toBe("При");
  const shiftJis = Buffer.concat([utf8(`<meta charset="shift_jis">`), Buffer.from([0x8d, 0x60])]);
  expect(decodeHtml(shiftJis, "text/html")).toMatchObject({ charset: "shift_jis" });
  expect(decodeHtml(shiftJis, null).text).toMatch(/港$/);
  const old = latin(`<META http-equiv="Content-Type" content="text/html; charset=ISO-8859-2"><p>\xb1`);
  expect(decodeHtml(old, null).text).toMatch(/ą$/);
});

test("without a declaration takes UTF-8 where the bytes are UTF-8, otherwise windows-1252", () => {
  expect(decodeHtml(utf8("Grüße"), null)).toEqual({ text: "Grüße", charset: "utf-8" });
  expect(decodeHtml(latin("Gr\xfc\xdfe \x80"), null)).toEqual({ text: "Grüße €", charset: "windows-1252" });
});

test("lets the bytes win over a declaration that they contradict", () => {
  expect(decodeHtml(utf8("<meta charset=iso-8859-1>Grüße"), null).text).toMatch(/Grüße$/);
  expect(decodeHtml(latin("Gr\xfc\xdfe"), "text/html; charset=utf-8").text).toBe("Grüße");
  expect(decodeHtml(utf8("plain"), "text/html; charset=utf-16")).toEqual({ text: "plain", charset: "utf-8" });
});

test("keeps a UTF-8 page whose last character was cut", () => {
  const body = utf8("Grüße aus Köln, viele Grüße").subarray(0, -2);
  expect(decodeHtml(Buffer.concat([body, Buffer.from([0xc3])]), null).charset).toBe("utf-8");
});

test("passes over a charset that nobody knows", () => {
  expect(decodeHtml(utf8("Grüße"), "text/html; charset=x-none").charset).toBe("utf-8");
});
