/**
 * Words that carry no subject, by language. `question` holds what people say around a question ("how many", "tell me"); these are
 * dropped from queries only, because in a document they can be content ("the date on which ...").
 */
const lists = {
  en: {
    common:
      "a about above after again against all also am an and any are aren as at be because been before being below between both but by can cannot could couldn d did didn do does doesn doing don down during each few for from further had hadn has hasn have haven having he her here hers herself him himself his i if in into is isn it its itself just ll m me more most mustn my myself no nor not now of off on once only or other our ours ourselves out over own re s same shan she should shouldn so some such t than that the their theirs them themselves then there these they this those through to too under until up ve very was wasn we were weren while will with won would wouldn you your yours yourself yourselves",
    question:
      "what which who whom whose when where why how many much did does do is are was were can could would should shall may might must tell me please find show give list get us there have has had long often say said says about need needs want know",
  },
  de: {
    common:
      "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei bin bis bist da damit dann das dass dasselbe dazu daß dein deine deinem deinen deiner dem den denn der derer des dessen die dies diese dieselbe diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einig einige einmal er es etwas euch euer eure für gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist jede jedem jeden jeder jedes jene jenem jenen jener jenes jetzt kann kein keine keinem keinen keiner können könnte machen man manche mein meine meinem mich mir mit muss musste nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seines selbst sich sie sind so solche soll sollte sondern sonst über um und uns unser unsere unter viel vom von vor war waren warst was weg weil weiter welche wenn werde werden wie wieder will wir wird wirst wo wollen wollte während würde würden zu zum zur zwar zwischen",
    question:
      "was welche welcher welches welchem welchen wer wem wen wessen wann wo warum wieso weshalb wie woher wohin womit wofür viele viel lange oft sagt zeige bitte gib nenne finde muss müssen darf dürfen gibt",
  },
  fr: {
    common:
      "à ai aie ait alors au aucun aura aurait aussi autre autres aux avait avant avec avoir ayant c car ce ceci cela celle celles celui ces cet cette ceux chaque ci comme d dans de des donc dont du elle elles en encore entre es est et était étaient été être eu eux fait faut il ils j je jusqu l la le les leur leurs lors lorsqu lorsque lui m ma mais me même mes moi mon n ne ni non nos notre nous on ont ou où par pas pendant peut peuvent peu plus pour puis qu quand que qui quoi s sa sans se sera seront ses si soit son sont sous sur t ta te tes toi ton tous tout toute toutes très tu un une vos votre vous y",
    question:
      "quel quelle quels quelles qui que quoi quand où pourquoi comment combien lequel laquelle lesquels est-ce montre donne dis trouve moi dois doit doivent peut",
  },
  es: {
    common:
      "a al algo algunas algunos ante antes aquí así aún aunque bajo cada como con contra cual cuando de del desde donde dos durante e el él ella ellas ellos en entre era eran es esa esas ese eso esos esta está están estas este esto estos fue fueron ha había han hasta hay la las le les lo los más me mi mientras mis mismo muy nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque pues que quien se sea ser será si sí sido sin sino sobre son su sus también tan tanto te tiene tienen toda todas todo todos tu un una uno unos usted y ya yo",
    question:
      "qué cuál cuáles quién quiénes cuándo dónde cómo cuánto cuánta cuántos cuántas muestra dime encuentra debe deben puede",
  },
  it: {
    common:
      "a ad agli ai al alla alle allo anche avere c che ci coi col come con cui d da dagli dai dal dalla dalle dallo degli dei del della delle dello di dove e è ed era erano essere fra gli ha hanno i il in io l la le lei li lo loro lui ma me mi mia mio ne negli nei nel nella nelle nello no noi non nostra nostro o ogni per perché più qual quale quando quella quelle quelli quello questa queste questi questo qui s sarà se sei si sia sono stata stato su sua sue sugli sui sul sulla sulle sullo suo suoi tra tu tutti tutto un una uno vi voi",
    question:
      "chi cosa quale quali quando dove perché come quanto quanta quanti quante mostra dimmi trova deve devono può",
  },
  nl: {
    common:
      "aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een eens en er ge geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch toen tot u uit uw van veel voor want waren was wat werd wezen wie wil worden wordt zal ze zelf zich zij zijn zo zonder zou",
    question: "wat welk welke wie wiens wanneer waar waarom hoe hoeveel toon geef zeg vind moet moeten mag",
  },
  pt: {
    common:
      "a à ao aos aquela aquele aqui as às até cada com como contra da das de dela dele deles depois do dos e é ela elas ele eles em entre era eram essa esse esta está estas este estes eu foi foram há isso isto já lhe mais mas me mesmo meu minha muito na não nas nem no nos nós nossa nosso num numa o os ou para pela pelas pelo pelos por porque quando que quem se sem ser será seu seus só sua suas são também te tem têm tu um uma você",
    question:
      "que qual quais quem quando onde porquê como quanto quanta quantos quantas mostre diga encontre deve devem pode",
  },
  sv: {
    common:
      "all alla allt att av blev bli blir bara de dem den denna deras dess dessa det detta dig din ditt du då där efter ej eller en er ett för från få ha hade han har hans hon honom här i icke in inom inte jag ju kan kunde man med mellan men mig min mot mycket ni nu någon något några när och om oss på sedan sin sitt själv ska skall skulle som så till under upp ut utan vad var vara varit vi vid är över",
    question: "vad vilken vilket vilka vem vems när var varför hur många mycket visa ge måste får",
  },
  da: {
    common:
      "af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din dog du efter eller en end er et for fra ham han hans har havde have hende her hos hun hvad hvis hvor i ikke ind jeg jo kan kunne man mange med meget men mig min mod mit ned noget nogle nu når og også om op os over på sig sin sit skal skulle som så til ud under var ved vi vil ville vor være været",
    question: "hvad hvilken hvilket hvilke hvem hvis hvornår hvor hvorfor hvordan mange meget vis giv skal må",
  },
  nb: {
    common:
      "alle at av ble bli blir da de dem den denne der deres det dette din du eller en er et etter for fordi fra før ha hadde han hans har henne her hun hva hvis i ikke inn jeg kan kunne man med meg mellom men mer min mot må ned noe noen nå når og også om opp oss over på seg selv siden sin skal skulle slik som så til ut uten var ved vi vil ville være vært",
    question: "hva hvilken hvilket hvilke hvem hvis når hvor hvorfor hvordan mange mye vis gi må skal",
  },
  fi: {
    common:
      "ei eivät että he hän ja jo joka jos jotka kanssa koska kuin kun me mikä minä mukaan mutta myös ne niin nyt olla ole oli olivat on ovat se sekä sen siitä sitä sinä tai tämä tämän te tuo vain voi",
    question: "mikä mitkä kuka ketkä milloin missä miksi miten kuinka monta paljon pitää",
  },
} as const;

export type StopLanguage = keyof typeof lists;
export const stopLanguages = Object.keys(lists) as StopLanguage[];

const sets = new Map(
  stopLanguages.map((language) => [
    language as string,
    {
      common: new Set<string>(lists[language].common.split(" ")),
      question: new Set<string>(lists[language].question.split(" ")),
    },
  ]),
);
const none: ReadonlySet<string> = new Set();

/** Stop words of documents and queries, in lower case with their accents; empty for a language without a list. */
export function stopWords(language: string): ReadonlySet<string> {
  return sets.get(language)?.common ?? none;
}

/** What is dropped from a query besides the stop words. */
export function questionWords(language: string): ReadonlySet<string> {
  return sets.get(language)?.question ?? none;
}
