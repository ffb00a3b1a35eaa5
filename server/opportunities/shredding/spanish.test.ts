import { describe, expect, test } from "vitest";
import { quotes, shred } from "./testing/shred";

const page = (body: string) =>
  `# Pliego de prescripciones técnicas\n\nEl municipio busca un socio para el mantenimiento de los muelles y los servicios del puerto.\n\n${body}\n`;
const found = (sentence: string) => shred(page(sentence)).filter(({ quote }) => quote === sentence);

describe("Spanish tenders", () => {
  test.each([
    ["El contratista deberá limpiar los muelles cada día.", "contractor"],
    ["El contratista deberá comunicar al ayuntamiento cualquier incidencia en 24 horas.", "contractor"],
    ["Los licitadores deben acreditar dos trabajos similares.", "bidder"],
    ["La visita a las instalaciones será obligatoria.", "contractor"],
    ["Las ofertas se presentarán antes de las 14:00 horas del 3 de marzo de 2031.", "bidder"],
    ["El adjudicatario se compromete a guardar la confidencialidad de los datos.", "contractor"],
    ["El contratista no podrá ceder el contrato sin autorización del órgano de contratación.", "contractor"],
    ["El adjudicatario mantiene los muelles durante toda la vigencia del contrato.", "contractor"],
    ["Durante este plazo, el adjudicatario mantiene los muelles de reserva.", "contractor"],
    ["Se exige una garantía definitiva del 5 % del precio.", "contractor"],
    ["Las ofertas recibidas fuera de plazo serán excluidas.", "bidder"],
    ["Sírvase adjuntar el cuadro de precios a su oferta.", "bidder"],
  ])("binds: %s", (sentence, obliged) => {
    expect(found(sentence)).toMatchObject([{ isMandatory: true, obliged }]);
  });

  test.each(["Los licitadores podrán presentar variantes.", "El personal debería hablar inglés."])(
    "does not bind: %s",
    (sentence) => {
      expect(found(sentence)).toMatchObject([{ isMandatory: false }]);
    },
  );

  test.each([
    "El órgano de contratación deberá abonar las facturas en treinta días.",
    "El ayuntamiento pone a disposición del contratista un local cerrado.",
    "Las ofertas serán valoradas según el precio y la calidad.",
    "El contratista será informado de la decisión por correo.",
    "El contratista no está obligado a aportar embarcaciones.",
    "Se entiende por incidencia todo suceso que deba comunicarse.",
  ])("is none of ours: %s", (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  test("items under an obliging lead-in are requirements", () => {
    const items = quotes(
      page(
        "El licitador deberá aportar los documentos siguientes:\n\n- una declaración responsable\n- un certificado de seguro",
      ),
    );
    expect(items).toEqual(expect.arrayContaining(["una declaración responsable", "un certificado de seguro"]));
  });
});
