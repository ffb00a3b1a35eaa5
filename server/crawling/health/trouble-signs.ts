import type { CaptureHealth } from "@/lib/vocabulary/sources";
import type { Signs } from "./read-signs";

type Trouble = Extract<CaptureHealth, "captcha" | "login_wall" | "maintenance" | "soft_404" | "error_page" | "stub">;

/**
 * What pages say when they are not the page, in English, German, French, Spanish, Italian, Dutch and Portuguese. Each stands at the
 * beginning of a title or heading, or of the page's first sentence; inside a longer one it is a subject.
 */
const sentences: Record<Trouble, RegExp> = {
  captcha:
    /^(?:just a moment|attention required|checking (?:your browser|if the site connection)|verify(?:ing)? (?:you are|that you are|you're) (?:a )?human|are you (?:a )?(?:human|robot)|please (?:verify|confirm) (?:you are|that you are|you're) (?:a )?(?:human|not a robot)|i'm not a robot|(?:one more step|security check)(?:$|[ :.!-])|access (?:to this page has been )?denied|pardon our interruption|unusual traffic|robot or human|(?:solve|complete|enter) the (?:captcha|puzzle|characters)|bot (?:check|verification)|human verification|ddos protection|sind sie ein (?:mensch|roboter)|bestätigen sie,? dass sie (?:ein mensch|kein roboter)|sicherheits(?:überprüfung|abfrage)|einen moment|êtes-vous un (?:robot|humain)|vérifi(?:ez|cation) que vous (?:êtes|n'êtes)|vérification de sécurité|un instant|¿?eres (?:un )?(?:humano|robot)|verific(?:a|ar|ación) (?:de seguridad|que (?:usted )?(?:eres|es|no eres))|un momento)/iu,
  login_wall:
    /^(?:(?:please )?(?:log ?in|sign ?in)(?:$|[ :.!|–-])|log ?in (?:to|required)|(?:login|sign[- ]?in|authentication) required|you (?:must|need to) (?:be logged in|log in|sign in)|members? only|subscribers? only|anmeld(?:en|ung)(?:$|[ :.!|–-])|einloggen|bitte (?:melden sie sich|loggen)|(?:se connecter|connexion|identifiez-vous|connectez-vous)(?:$|[ :.!|–-])|veuillez vous (?:connecter|identifier)|(?:iniciar sesión|inicia sesión|inicie sesión|acceder|identifícate)(?:$|[ :.!|–-])|debe(?:s)? iniciar sesión|accedi(?:$|[ :.!|–-])|inloggen|iniciar sessão|fazer login)/iu,
  maintenance:
    /^(?:(?:we(?:'|’)?(?:re| are)|(?:the|this|our) (?:site|website|page|service|portal|system) is) (?:currently |temporarily )?(?:down|offline|undergoing|under(?:going)? (?:scheduled )?maintenance|unavailable (?:due to|for) maintenance|being (?:updated|maintained))|(?:scheduled |planned |site |website |system )?maintenance(?: mode| break| in progress| work)?(?:$|[.!:|–-])|under (?:maintenance|construction)|down for maintenance|(?:be|we(?:'|’)ll be) (?:right )?back soon|temporarily (?:unavailable|offline|closed)|wartung(?:sarbeiten|smodus)?(?:$|[.!:|–-]| (?:aktiv|läuft|laufen|im gange)(?!\p{L})| (?:am|an (?:der|unserer|dieser|den)|der|des|unserer|dieser) (?:systems?|servers?|web ?site|webseite|seite|plattform|(?:vergabe)?portals?|anwendung|datenbank)(?!\p{L}))|(?:die|unsere|diese) (?:seite|website|webseite|plattform) (?:wird (?:gerade |derzeit )?gewartet|ist (?:derzeit|vorübergehend|momentan) (?:nicht (?:erreichbar|verfügbar)|offline))|wegen wartung|(?:site |page )?en (?:cours de )?maintenance|maintenance (?:en cours|programmée)|(?:le|notre|ce) site est (?:actuellement |temporairement )?(?:en maintenance|indisponible)|(?:sitio |página |web )?en (?:mantenimiento|construcción)|mantenimiento(?:$|[ .!:|–-])|(?:el|nuestro|este) (?:sitio|portal)(?: web)? (?:está|se encuentra) (?:temporalmente )?(?:en mantenimiento|fuera de servicio)|sito in manutenzione|in manutenzione|in onderhoud|em manutenção)/iu,
  soft_404:
    /^(?:(?:error |http )?404(?:$|[ :.!,|–-])|(?:position|job|vacancy|role|requisition|posting) (?:(?:is|has been|was) )?(?:now |already )?(?:filled|closed|expired)(?:$|[ :.!|–-])|(?:page|file|document|resource|article|listing|job|item|product) (?:not found|(?:could not|cannot|can(?:'|’)t) be found|(?:was )?not found|(?:does not|doesn(?:'|’)t|no longer) exists?|is no longer available|has (?:been removed|expired))|not found(?:$|[ :.!|–-])|(?:oops|sorry|uh[- ]?oh|hmm)[!,.…]* +(?:we |the |that |this )?(?:couldn(?:'|’)t find|can(?:'|’)t find|cannot find|page|link)|(?:the|this) (?:page|document|link|job|position|vacancy|role|opening|posting|listing|item|product|url)(?: (?:description|details?|posting|advert(?:isement)?))?(?: (?:that )?you(?:(?:'|’)re| are|(?:'|’)ve| were| have)?(?: looking for| requested| followed| tried to reach| trying to (?:view|see|open|reach|access))?)? (?:(?:(?:was|is|could|does|has)(?:n(?:'|’)t| not| no longer)|can(?:'|’)t|cannot|can not|can no longer) (?:be(?:en)? )?(?:found|exist|available|here|active|open)|(?:was|is|has)(?: now| already| since)?(?: been)? (?:removed|deleted|moved|expired|filled|closed)|no longer exists)|nothing (?:was )?found here|nothing to see here|we (?:couldn(?:'|’)t|can(?:'|’)t|cannot|could not) find (?:the|that|this|your) page|seite (?:wurde )?(?:leider )?nicht gefunden|(?:die|diese) (?:(?:von ihnen )?(?:gesuchte|angeforderte|aufgerufene) )?seite (?:wurde nicht gefunden|existiert nicht|konnte (?:leider )?nicht gefunden|ist nicht (?:mehr )?(?:verfügbar|vorhanden))|(?:die|diese) (?:stelle|stellen(?:ausschreibung|anzeige)|position|anzeige|ausschreibung) (?:ist|wurde) (?:leider )?(?:nicht mehr (?:verfügbar|aktiv|online|ausgeschrieben)|(?:bereits |schon )?besetzt|abgelaufen)|nicht gefunden(?:$|[ :.!|–-])|(?:cette (?:offre|annonce)|ce poste|l(?:'|’)(?:offre|annonce))(?: d(?:'|’)emploi)? (?:n(?:'|’)est plus (?:disponible|en ligne|active|à pourvoir)|a expiré|est (?:expirée|pourvue?))|page (?:introuvable|non trouvée|inexistante)|(?:la|cette) page (?:que vous (?:cherchez|recherchez|demandez|avez demandée) )?(?:n(?:'|’)existe (?:pas|plus)|est introuvable|n(?:'|’)a pas été trouvée)|(?:esta|la) (?:oferta|vacante)(?: de (?:empleo|trabajo))? (?:ya no está (?:disponible|activa)|ha (?:caducado|expirado)|no está disponible)|página no (?:encontrada|disponible|existe)|(?:la|esta) página (?:que (?:buscas|busca|está buscando|solicitó|has solicitado) )?no (?:existe|se (?:ha )?(?:encontrado|encuentra)|está disponible)|no encontrad[oa](?:$|[ :.!|–-])|pagina (?:non trovata|niet gevonden)|página não encontrada)/iu,
  error_page:
    /^(?:(?:error |http )?(?:50[0-4]|52\d)(?:$|[ :.!|–-])|internal server error|bad gateway|gateway time-?out|service (?:temporarily )?unavailable|server error|application error|fatal error|web server is down|database error|error establishing a database connection|(?:something|an unexpected error|an error|a problem) (?:went wrong|(?:has )?occurred)|(?:oops|sorry|uh[- ]?oh)[!,.…]* +(?:something went wrong|an error|there was|we(?:'|’)re having)|this (?:site|page) can(?:'|’)t be reached|too many requests|rate limit(?:ed)?(?: exceeded)?(?:$|[ :.!|–-])|(?:interner )?serverfehler|(?:es ist )?(?:ein|unerwarteter) fehler (?:ist )?aufgetreten|erreur (?:interne|serveur|du serveur|\d{3})|une erreur (?:est survenue|s(?:'|’)est produite)|(?:se ha producido|ha ocurrido|ocurrió) un error|error (?:interno|del servidor|de servidor)|errore (?:interno|del server)|er is een fout opgetreden|ocorreu um erro)/iu,
  stub: /^(?:(?:you (?:should|will|are being|are going to) be(?:ing)? )?redirect(?:ed|ing)?(?:$|[ .…:!-])|you (?:should|will) be redirected|you are being redirected|(?:this )?page (?:has )?moved|(?:301|302|308) moved|moved permanently|object moved|document moved|click here if you are not redirected|(?:sie werden )?weitergeleitet|weiterleitung|(?:vous allez être |vous êtes )?redirig|redirection|(?:será |estás siendo |está siendo )?redirigi)/iu,
};

/** A title of one or two words ("Maintenance", "Login") may be what a company does; then there must be little else. */
const maxBareWords = 60;
const fewestOfSentence = 5;
/** What states so many values is a page about something, such as the maintenance of lifts. */
const fewestLabels = 3;

/** A page of hardly more than its name and one sentence, without a heading, says in it that what was there is gone, whatever stands above. */
function sentencesOf(trouble: Trouble, { headings, pieces, words }: Signs): string[] {
  if (trouble !== "soft_404" || headings.length > 0 || words > maxBareWords) return [];
  return pieces.filter((text) => text.split(" ").length >= fewestOfSentence);
}

/** What somebody offered, as pages call it that are drawn into one frame whether it is still there or not. */
const offered =
  /^(?:(?:the|this|die|diese|cette|ce|la|esta|questa|deze|essa) |l(?:'|’))?(?:position|job|vacancy|role|requisition|posting|opening|listing|tender|notice|opportunity|stelle\p{L}*|ausschreibung|anzeige|offre|annonce|poste|oferta|vacante|vacature|vaga)(?!\p{L})/iu;

/** A short page that says below its headings, which may be those of the frame around it, that what it offered is no longer there. */
export function saysOfferGone({ headings, pieces, words }: Signs): boolean {
  if (headings.length === 0 || words > maxBareWords) return false;
  return pieces.some(
    (text) =>
      text.split(" ").length >= fewestOfSentence && offered.test(text.trim()) && sentences.soft_404.test(text.trim()),
  );
}

/** What says that the page is in this trouble, or null. */
export function signsOfTrouble(trouble: Trouble, signs: Signs): string | null {
  if (trouble === "maintenance" && signs.labels >= fewestLabels) return null;
  const pattern = sentences[trouble];
  const titles = signs.title.split(/\s+[|–—·:-]\s+/);
  const found = [...titles, ...signs.headings, signs.opening, ...sentencesOf(trouble, signs)]
    .find((text) => pattern.test(text.trim()))
    ?.trim();
  if (!found) return null;
  const isBare = found.split(" ").length <= 2 && trouble !== "soft_404" && trouble !== "error_page";
  return isBare && signs.words > maxBareWords ? null : found.slice(0, 120);
}
