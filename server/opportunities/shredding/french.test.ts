import { describe, expect, test } from "vitest";
import { quotes, shred } from "./testing/shred";

const page = (body: string) =>
  `# Cahier des charges\n\nLa ville recherche un partenaire pour la navette des quais et les services du port.\n\n${body}\n`;
const found = (sentence: string) => shred(page(sentence)).filter(({ quote }) => quote === sentence);

describe("French tenders", () => {
  test.each([
    ["Le titulaire doit nettoyer la navette chaque jour.", "contractor"],
    ["Le titulaire devra informer l'acheteur de tout incident sous 24 heures.", "contractor"],
    ["Les candidats sont tenus de remettre deux références.", "bidder"],
    ["La visite du site est obligatoire.", "contractor"],
    ["Les offres seront remises au plus tard le 3 mars 2031 à 12 heures.", "bidder"],
    ["Le titulaire s'engage à respecter la confidentialité des données.", "contractor"],
    ["Le titulaire ne peut céder le marché sans l'accord de la ville.", "contractor"],
    ["Le titulaire assure l'entretien des quais pendant toute la durée du marché.", "contractor"],
    ["Il appartient au titulaire de vérifier les plans.", "contractor"],
    ["Les offres tardives seront éliminées.", "bidder"],
    ["Pendant ce délai le titulaire entretient la navette de secours.", "contractor"],
    ["Pour les quais, le titulaire du marché propose un plan de nettoyage.", "contractor"],
    ["Pour ces services, le titulaire est soumis à une obligation de résultat.", "contractor"],
    ["Les délais de passage sont indiqués par le candidat.", "bidder"],
    ["Veuillez joindre le bordereau des prix à votre offre.", "bidder"],
  ])("binds: %s", (sentence, obliged) => {
    expect(found(sentence)).toMatchObject([{ isMandatory: true, obliged }]);
  });

  test.each(["Les candidats peuvent proposer des variantes.", "Le personnel devrait parler anglais."])(
    "does not bind: %s",
    (sentence) => {
      expect(found(sentence)).toMatchObject([{ isMandatory: false }]);
    },
  );

  test.each([
    "L'acheteur met à disposition du titulaire un local fermé.",
    "Le pouvoir adjudicateur doit payer les factures sous trente jours.",
    "Les offres seront jugées selon le prix et la qualité.",
    "Le titulaire sera informé de la décision par courrier.",
    "Le titulaire n'est pas tenu de fournir des bateaux.",
    "Si le titulaire manque de bateaux, la ville avise la préfecture.",
    "La maison des quais s'engage à prêter un local.",
    "Le marché est conclu pour une durée de quatre ans.",
    "Les relevés sont vérifiés par l'acheteur.",
    "Le terme « incident » désigne tout événement qui doit être signalé.",
  ])("is none of ours: %s", (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  test("items under an obliging lead-in are requirements", () => {
    const items = quotes(
      page(
        "Le candidat doit fournir les documents suivants :\n\n- une lettre de candidature\n- une attestation d'assurance",
      ),
    );
    expect(items).toEqual(expect.arrayContaining(["une lettre de candidature", "une attestation d'assurance"]));
  });

  test("in a specification what is said to be so of a thing is to be so; in instructions it is told", () => {
    const sentence = "Les relevés de passage sont conservés pendant deux ans.";
    expect(shred(`# Entretien de la navette\n\n${sentence}`, "CCTP.md")).toMatchObject([{ quote: sentence }]);
    expect(found(sentence)).toEqual([]);
  });
});
