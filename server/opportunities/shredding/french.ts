import { createWordGrammar } from "./word-grammar";

const notObject =
  "(?<!\\b(?:au|aux|du|des|de|à|par|pour|avec|chez|envers|auprès|de la|de l['’]|à la|à l['’]|par le|par la|par les|par l['’]|pour le|pour les|avec le|avec les|entre le|entre les) ?)";
const article =
  "(?:l['’]|le |la |les |un |une |chaque |tout |tous les |toute |toutes les |ce |cette |ces |son |sa |ses |leurs? )?";

export const french = createWordGrammar({
  parties: [
    {
      party: "buyer",
      subject: new RegExp(
        `${notObject}(?<!\\p{L})(?:l['’](?:acheteur|administration|entité adjudicatrice|autorité (?:contractante|concédante)|établissement|État)|le (?:pouvoir adjudicateur|maître d['’](?:ouvrage|œuvre)|département|ministère|représentant du pouvoir adjudicateur)|la (?:collectivité|commune|ville|région|métropole|personne publique|commission))(?!\\p{L})`,
        "giu",
      ),
    },
    {
      party: "bidder",
      subject: new RegExp(
        `${notObject}(?<!\\p{L})${article}(?:candidats?|soumissionnaires?|concurrents?|opérateurs? économiques?|groupements?|entreprises?)(?!\\p{L})`,
        "giu",
      ),
    },
    {
      party: "contractor",
      subject: new RegExp(
        `${notObject}(?<!\\p{L})${article}(?:titulaires?|prestataires?|attributaires?|fournisseurs?|entrepreneurs?|sous-traitants?|cocontractants?)(?!\\p{L})`,
        "giu",
      ),
    },
    {
      party: "people",
      subject: new RegExp(
        `${notObject}(?<!\\p{L})${article}(?:personnels?|intervenants?|chefs? de projet|équipes?|techniciens?)(?!\\p{L})`,
        "giu",
      ),
    },
    {
      party: "bid",
      subject: new RegExp(
        `${notObject}(?<!\\p{L})${article}(?:offres?|candidatures?|plis?|dossiers?|mémoires? techniques?|pièces?|attestations?|questions?|bordereaux? des prix|prix|documents?)(?!\\p{L})`,
        "giu",
      ),
    },
    {
      party: "third",
      subject: /(?<!\p{L})(?:les (?:usagers|citoyens|habitants)|la loi|le code de la commande publique)(?!\p{L})/giu,
    },
  ],
  must: /(?<!\p{L})(?:doit|doivent|devra|devront|(?:est|sont|sera|seront) (?:\p{L}+ )?(?:tenue?s?|obligatoires?|exigée?s?|requise?s?|impératifs?|interdite?s?)|(?:est|sont) à (?:remettre|fournir|transmettre|joindre|déposer|envoyer|présenter|retourner|renseigner|compléter|adresser)|s['’]engage(?:nt)?|ne (?:peut|peuvent|pourra|pourront)|il appartient (?:au|aux|à l['’])|a l['’]obligation|est responsables?|sont responsables?|à la charge du titulaire|(?:ne sont|n['’]est|ne sera|ne seront) pas (?:autorisée?s?|admise?s?|acceptée?s?)|compren(?:d|dra|dront|nent)|comporter(?:a|ont)|contiendr(?:a|ont)|(?:sera|seront) (?:\p{L}+ment )?(?:remise?s?|transmise?s?|fournie?s?|livrée?s?|déposée?s?|rédigée?s?|envoyée?s?|assurée?s?|réalisée?s?)|au plus tard)(?!\p{L})/iu,
  may: /(?<!\p{L})(?:devrait|devraient|peut|peuvent|pourra|pourront|(?:est|sont) (?:\p{L}+ )?(?:recommandée?s?|souhaitée?s?|conseillée?s?|invitée?s?|autorisée?s?)|souhaitables?)(?!\p{L})/iu,
  indicative:
    /^(?:Le|La|Les|L['’]|Chaque|Tout) ?\p{L}+(?: \p{L}+)? (?!(?:est|sont|a|ont|peut|reçoit|recevra|sera|seront|aura|auront|pourra|dispose|bénéficie)(?!\p{L}))\p{Ll}+(?:e|ent|t|ra|ront)(?!\p{L})/u,
  indicativeInside:
    /(?:^|, |(?:délai|cas|effet|faire|fin|cadre|phase|période|titre) )(?:le|la|les|l['’]|chaque|tout) ?(?:titulaires?|prestataires?|attributaires?|fournisseurs?|entrepreneurs?|soumissionnaires?|candidats?)(?: du marché| retenue?s?| de l['’]accord-cadre)? (?:s['’]|se |en |y |lui |leur )?(?!(?:est|sont|a|ont|peut|peuvent|reçoit|recevra|sera|seront|aura|auront|pourra|dispose|bénéficie|qui|que|dont|de|du|et|ou|ne)(?!\p{L}))\p{Ll}+(?:e|ent|t|ra|ront)(?!\p{L})|(?:titulaires?|prestataires?) (?:du marché )?(?:est|sont|sera|seront) (?:soumise?s? à|chargée?s? d)/iu,
  state:
    /(?<!\p{L})(?:est|sont|sera|seront) (?:\p{L}+ment |aussi |également |toujours )?(?:délivrée?s?|fournie?s?|livrée?s?|conservée?s?|gardée?s?|archivée?s?|paramétrée?s?|paramétrables?|assurée?s?|réalisée?s?|effectuée?s?|mise?s? (?:en place|à disposition|à jour|en œuvre)|exclue?s?|constatée?s?|conformes?|accessibles?|compatibles?|sauvegardée?s?|hébergée?s?|chiffrée?s?|sécurisée?s?|installée?s?|documentée?s?|restituée?s?|détruite?s?|remplacée?s?|corrigée?s?|maintenue?s?|garantie?s?|incluse?s?|testée?s?|remise?s?|transmise?s?|communiquée?s?|tracée?s?|horodatée?s?|la propriété (?:exclusive|pleine)|sa propriété exclusive)(?!\p{L})|(?<!\p{L})s['’]effectue(?:nt)?(?!\p{L})|^chaque utilisateur (?!\p{L}+ait)\p{Ll}+e(?!\p{L})/iu,
  byUs: /(?<!\p{L})par le (?:titulaire|prestataire|soumissionnaire|candidat|fournisseur|attributaire)(?!\p{L})/iu,
  received:
    /(?<!\p{L})(?:sera|seront|est|sont) (?:\p{L}+ment )?(?:informée?s?|avisée?s?|notifiée?s?|rémunérée?s?|convoquée?s?|indemnisée?s?|réglée?s?|payée?s?)(?!\p{L})|(?<!\p{L})(?:reçoit|recevra|recevront|bénéficie)(?!\p{L})/iu,
  relieved:
    /(?<!\p{L})(?:n['’](?:est|a|ont)|ne (?:sont|sera)) (?:pas|nullement) (?:tenue?s?|obligatoires?|exigée?s?|requise?s?|à fournir|l['’]obligation)(?!\p{L})/iu,
  exclusion:
    /(?<!\p{L})(?:ne (?:sera|seront) pas (?:examinée?s?|retenue?s?|prise?s? en compte|acceptée?s?|ouverte?s?|admise?s?)|(?:sera|seront|est|sont) (?:\p{L}+ment )?(?:rejetée?s?|éliminée?s?|écartée?s?|exclue?s?|déclarée?s? (?:irrégulières?|irrecevables?))|irrecevables?|sous peine d['’](?:irrecevabilité|exclusion|élimination|rejet))(?!\p{L})/iu,
  exclusionSubject:
    /(?<!\p{L})(?:offres?|candidatures?|candidats?|plis?|soumissionnaires?|dossiers?|variantes?|tardi\p{L}+|hors délai)(?!\p{L})/iu,
  order: /^(?:Veuillez (?!noter)|Merci de |Prière de )/iu,
  byBuyer:
    /(?<!\p{L})par (?:l['’](?:acheteur|administration)|le (?:pouvoir adjudicateur|maître d['’]ouvrage)|la (?:collectivité|ville|commune|commission))(?!\p{L})/iu,
  definition:
    /(?<!\p{L})(?:[»”"] désignent?|le terme [^.]{0,60}désigne|on entend par|s['’]entend|est défini comme)(?!\p{L})/iu,
  buyersAct:
    /(?<!\p{L})(?:sera|seront|est|sont) (?:\p{L}+ment )?(?:jugée?s?|notée?s?|évaluée?s?|analysée?s?|attribuée?s?|publiée?s?|appréciée?s?|classée?s?|notifiée?s?|pondérée?s?)(?!\p{L})/iu,
  bidMatter:
    /(?<!\p{L})(?:offres?|candidatures?|plis?|soumissionnaires?|candidats?|remise des|consultation|plateforme)(?!\p{L})/iu,
  closedList:
    /(?:tels? que|telles? que|par exemple|notamment|soit|(?:l['’]un|l['’]une) des \p{L}+ (?:suivante?s?)|critères (?:suivants|de jugement|d['’]attribution)[^:]*)\s*:$/iu,
  listHead:
    /(?<!\p{L})(?:exigences|prestations|pièces|documents|obligations|missions|livrables|justificatifs)(?!\p{L})[^:]{0,60}:$/iu,
  wishedList: /(?<!\p{L})(?:souhaitée?s?|souhaitables?|appréciée?s?|facultati\p{L}+|optionnel\p{L}*)(?!\p{L})/iu,
  completion: "fournir les éléments suivants",
  skill:
    /^(?:(?:au moins |minimum )?\d+ (?:ans|années) d['’]expérience|expérience|connaissances?|maîtrise|capacité à|compétences?)(?!\p{L})/iu,
  words: {
    duty: "word of duty with our side or a thing as its subject",
    leave: "word of leave or wish",
    excludes: "says what excludes a bid",
    order: "asks politely",
  },
});
