import { createWordGrammar } from "./word-grammar";

const notObject =
  "(?<!(?<!\\p{L})(?:al|del|de|a|por|para|con|ante|entre|de los?|de las?|a los?|a las?|por el|por la|por los|por las|para el|para la|para los|para las|con el|con la|con los|con las|ante el|ante la|entre los) ?)";
const article =
  "(?:el |la |los |las |un |una |cada |todo |toda |todos los |todas las |dicho |dicha |este |esta |estos |estas |sus? )?";

export const spanish = createWordGrammar({
  parties: [
    {
      party: "buyer",
      subject: new RegExp(
        `${notObject}(?<!\\p{L})(?:el (?:órgano de contratación|poder adjudicador|ayuntamiento|ministerio|organismo|responsable del contrato|comité|contratante|comprador)|la (?:administración|entidad (?:contratante|adjudicadora|convocante)|mesa de contratación|diputación|consejería|convocante|universidad|autoridad (?:contratante|portuaria)|comisión))(?!\\p{L})`,
        "giu",
      ),
    },
    {
      party: "bidder",
      subject: new RegExp(
        `${notObject}(?<!\\p{L})${article}(?:licitador(?:a|es|as)?|licitantes?|oferentes?|proponentes?|candidatos?|concursantes?|operador(?:es)? económicos?|postor(?:es)?|empresas?|interesad[oa]s?)(?!\\p{L})`,
        "giu",
      ),
    },
    {
      party: "contractor",
      subject: new RegExp(
        `${notObject}(?<!\\p{L})${article}(?:contratistas?|adjudicatari[oa]s?|proveedor(?:a|es|as)?|prestador(?:a|es|as)?|concesionari[oa]s?|subcontratistas?|consultor(?:a|es|as)?)(?!\\p{L})`,
        "giu",
      ),
    },
    {
      party: "people",
      subject: new RegExp(
        `${notObject}(?<!\\p{L})${article}(?:personal|trabajador(?:es|as)?|jefes? de (?:obra|proyecto)|equipos?|técnic[oa]s?)(?!\\p{L})`,
        "giu",
      ),
    },
    {
      party: "bid",
      subject: new RegExp(
        `${notObject}(?<!\\p{L})${article}(?:ofertas?|proposiciones|proposición|propuestas?|solicitud(?:es)?|sobres?|memorias? técnicas?|documentación|documentos?|declaraci(?:ón|ones)|certificados?|consultas|preguntas|precios?)(?!\\p{L})`,
        "giu",
      ),
    },
    {
      party: "third",
      subject: /(?<!\p{L})(?:los (?:usuarios|ciudadanos|vecinos)|la ley|el reglamento)(?!\p{L})/giu,
    },
  ],
  must: /(?<!\p{L})(?:debe|deben|deberán?|tendrán? que|tienen? que|habrán? de|ha de|han de|(?:está|están|estará|estarán|queda|quedan|quedará|quedarán) (?:\p{L}+ )?(?:obligad[oa]s?|prohibid[oa]s?)|(?:es|son|será|serán) (?:\p{L}+ )?(?:obligatori[oa]s?|imprescindibles?|necesari[oa]s?|exigibles?|de obligado cumplimiento|responsables?|de cuenta del)|se (?:exige|exigirá|requiere|requerirá|compromete|comprometen|obliga|obligan|prohíbe)|no (?:puede|pueden|podrá|podrán|se (?:admit(?:e|en|irá|irán)|acepta(?:n|rá|rán)?|permit(?:e|en|irá|irán)))|corresponde(?:rá)? (?:al|a la|a los)|correrán? (?:a cargo|por cuenta)|(?:será|serán) (?:\p{L}+mente )?(?:presentad|entregad|remitid|firmad|redactad|enviad|aportad|ejecutad|realizad)[oa]s?|se (?:presentará|entregará|remitirá|aportará|incluirá|ejecutará|realizará)n?|incluirán?|contendrán?|constarán? de|antes del? (?:las )?\d)(?!\p{L})/iu,
  may: /(?<!\p{L})(?:debería|deberían|puede|pueden|podrá|podrán|se (?:recomienda|aconseja|valorará|valorarán|agradecerá)|(?:es|son|será) (?:recomendables?|deseables?|aconsejables?))(?!\p{L})/iu,
  indicative:
    /^(?:El|La|Los|Las|Cada|Todo|Toda) ?\p{L}+(?: \p{L}+)? (?!(?:es|son|está|están|ha|han|tiene|tienen|tendrá|recibe|recibirá|será|serán|podrá|puede|cuenta|dispone)(?!\p{L}))\p{Ll}+(?:a|e|an|en|rá|rán)(?!\p{L})/u,
  indicativeInside:
    /(?:^|, |(?:plazo|caso|fin|efecto|fase|período|periodo) )(?:el|la|los|las|cada) (?:adjudicatari[oa]s?|contratistas?|licitador(?:es|as?)?|empresas? adjudicatarias?|proveedor(?:es)?) (?:se |lo |le )?(?!(?:es|son|ha|han|puede|pueden|recibe|recibirá|será|serán|podrá|dispone|que|de|y|o|no)(?!\p{L}))\p{Ll}+(?:a|e|an|en|rá|rán)(?!\p{L})/iu,
  state:
    /(?<!\p{L})(?:será|serán|es|son|está|están) (?:\p{L}+mente )?(?:entregad[oa]s?|suministrad[oa]s?|conservad[oa]s?|archivad[oa]s?|garantizad[oa]s?|realizad[oa]s?|efectuad[oa]s?|cifrad[oa]s?|alojad[oa]s?|instalad[oa]s?|documentad[oa]s?|destruid[oa]s?|sustituid[oa]s?|corregid[oa]s?|mantenid[oa]s?|incluid[oa]s?|probad[oa]s?|remitid[oa]s?|compatibles?|accesibles?|conformes?)(?!\p{L})/iu,
  byUs: /(?<!\p{L})por (?:el|la) (?:adjudicatari[oa]|contratista|licitador|empresa adjudicataria|proveedor)(?!\p{L})/iu,
  received:
    /(?<!\p{L})(?:será|serán|es|son) (?:\p{L}+mente )?(?:informad|avisad|notificad|remunerad|convocad|indemnizad|abonad|pagad)[oa]s?(?!\p{L})|(?<!\p{L})(?:recibe|recibirán?|percibirán?|tendrán? derecho|tienen? derecho)(?!\p{L})/iu,
  relieved:
    /(?<!\p{L})no (?:está|están|estará|estarán|es|son|será|serán) (?:obligad[oa]s?|obligatori[oa]s?|necesari[oa]s?|exigibles?)(?!\p{L})|(?<!\p{L})no (?:se )?(?:exigirá|exige|requiere|requerirá|es preciso)(?!\p{L})/iu,
  exclusion:
    /(?<!\p{L})(?:no (?:será|serán) (?:admitid|tenid|aceptad|considerad|valorad|abiert)[oa]s?|(?:será|serán|es|son|quedarán?) (?:\p{L}+mente )?(?:rechazad|excluid|inadmitid|desestimad|descartad|descalificad)[oa]s?|(?:será|serán) causa de exclusión|dará lugar a (?:la|su) exclusión|bajo pena de (?:exclusión|inadmisión))(?!\p{L})/iu,
  exclusionSubject:
    /(?<!\p{L})(?:ofertas?|proposición|proposiciones|propuestas?|licitador\p{L}*|licitantes?|candidat\p{L}+|sobres?|variantes?|mejoras|fuera de plazo|extempor\p{L}+)(?!\p{L})/iu,
  order: /^(?:Sírvan?se |Por favor,? |Rogamos |Se ruega |Adjúnte(?:n)?se? |Adjunte |Presente )/iu,
  byBuyer:
    /(?<!\p{L})por (?:el (?:órgano de contratación|ayuntamiento|poder adjudicador|responsable del contrato)|la (?:administración|mesa de contratación|entidad \p{L}+))(?!\p{L})/iu,
  definition:
    /(?<!\p{L})(?:[»”"] (?:designa|significa)|el término [^.]{0,60}(?:designa|significa)|se entiende por|se entenderá por|se define como)(?!\p{L})/iu,
  buyersAct:
    /(?<!\p{L})(?:será|serán|es|son) (?:\p{L}+mente )?(?:valorad|evaluad|puntuad|analizad|adjudicad|publicad|clasificad|notificad|ponderad|abiert)[oa]s?(?!\p{L})|(?<!\p{L})se (?:valorará|evaluará|puntuará|adjudicará|publicará|abrirá)n?(?!\p{L})/iu,
  bidMatter:
    /(?<!\p{L})(?:ofertas?|proposición|proposiciones|propuestas?|licitador\p{L}*|licitantes?|licitación|candidat\p{L}+|sobres?|plataforma)(?!\p{L})/iu,
  closedList:
    /(?:tal(?:es)? como|por ejemplo|entre otr[oa]s|un[oa] de (?:los|las) \p{L}+ siguientes|criterios (?:siguientes|de (?:adjudicación|valoración))[^:]*)\s*:$/iu,
  listHead:
    /(?<!\p{L})(?:requisitos|prestaciones|documentos|documentación|obligaciones|tareas|entregables|exigencias|condiciones de (?:admisión|participación))(?!\p{L})[^:]{0,60}:$/iu,
  wishedList: /(?<!\p{L})(?:deseables?|recomendables?|opcional(?:es)?|valorables?|se valorará)(?!\p{L})/iu,
  completion: "presentar los siguientes documentos",
  skill:
    /^(?:(?:al menos |mínimo )?\d+ años de experiencia|experiencia|conocimientos?|dominio|capacidad (?:de|para)|competencias?)(?!\p{L})/iu,
  words: {
    duty: "word of duty with our side or a thing as its subject",
    leave: "word of leave or wish",
    excludes: "says what excludes a bid",
    order: "asks politely",
  },
});
