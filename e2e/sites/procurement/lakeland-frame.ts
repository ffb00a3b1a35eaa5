import { createHash } from "node:crypto";
import { html, type Markup, raw } from "../ground/html";
import type { ProcurementRegister } from "./register";
import { documentOf } from "./skin";
import type { Visit } from "./visits";
import { americanDate } from "./wording";

export const zone = "America/Chicago";
export const stateNames = {
  open: "Open",
  closed: "Closed - Under Evaluation",
  cancelled: "Canceled",
  awarded: "Awarded",
  prior: "Upcoming",
} as const;
/** `12/18/2026 2:00:00 PM`; the heads say that it is Central Time. */
export const stamp = (at: Date): string => americanDate(at, zone, true);

interface Frame {
  title: string;
  action: string;
  state: string;
  main: Markup;
  register: ProcurementRegister;
  visit: Visit;
  /** A window of its own has no menu. */
  isWindow?: true;
}

const tips = [
  "Tip: Keep your commodity codes up to date to receive notifications.",
  "Tip: Upload large files well before the closing time.",
  "Tip: Bids may be replaced until the closing time.",
] as const;

/** What all pages of the suite have around them: the form, its hidden fields, a clock, counters and the scripts of the controls. */
export function lakelandFrame({ title, action, state, main, register, visit, isWindow }: Frame): string {
  const hash = createHash("md5").update(state).digest("base64");
  const hidden = (name: string, value: string) =>
    html`<input type="hidden" name="${name}" id="${name}" value="${value}">`;
  const scripts = `<script type="text/javascript">
//<![CDATA[
var theForm = document.forms['aspnetForm'];
function __doPostBack(eventTarget, eventArgument) {
    if (!theForm.onsubmit || (theForm.onsubmit() != false)) {
        theForm.__EVENTTARGET.value = eventTarget;
        theForm.__EVENTARGUMENT.value = eventArgument;
        theForm.submit();
    }
}
function OpenSolicitation(id) {
    var url = 'SolicitationDetail.aspx?sid=' + id + '&mode=view';
    var win = window.open(url, 'sol' + id, 'width=1020,height=740,scrollbars=yes,resizable=yes');
    if (win) { win.focus(); }
    return false;
}
//]]>
</script>`;
  const menu = isWindow
    ? html`<div class="winbar"><a href="javascript:window.close();">Close Window</a> | <a href="javascript:window.print();">Print</a></div>`
    : html`<div class="RadMenu RadMenu_Office2010Silver"><ul class="rmRootGroup rmHorizontal"><li class="rmItem"><a class="rmLink" href="SolicitationList.aspx"><span class="rmText">Solicitations</span></a></li><li class="rmItem"><a class="rmLink" href="Register.aspx"><span class="rmText">Supplier Registration</span></a></li><li class="rmItem"><a class="rmLink" href="Login.aspx"><span class="rmText">Log In</span></a></li></ul></div>`;
  return documentOf(
    `<title>${html`${title}`.markup} - Lakeland Purchasing Cooperative</title><link href="/esop/Telerik.Web.UI.WebResource.axd?d=${visit.token}&amp;t=63899${visit.second}" type="text/css" rel="stylesheet">`,
    html`<form method="post" action="${action}" id="aspnetForm"><div class="aspNetHidden">${hidden("__EVENTTARGET", "")}${hidden("__EVENTARGUMENT", "")}${hidden("__VIEWSTATE", state)}${hidden("__VIEWSTATEGENERATOR", "C4A92F1B")}${hidden("__EVENTVALIDATION", hash)}${hidden("RadScriptManager1_TSM", `;;System.Web.Extensions:${visit.token}`)}</div>${raw(scripts)}
<div id="banner"><span class="coop">Lakeland Purchasing Cooperative</span><span id="ctl00_lblServerTime" class="srvtime">Server Time: ${stamp(register.now()).replace(/:00 /, `:${String(visit.second).padStart(2, "0")} `)} CT</span></div>${menu}
<div id="content">${main}</div>
<div id="ctl00_RadWindowManager1" style="display:none;"></div><div class="tip">${tips[visit.turn % tips.length]}</div>
<div id="foot">Powered by eSource Suite 11.4.${visit.turn % 9} | Users online: ${visit.count} | Session ${visit.token.slice(0, 8)} | <a href="Help.aspx">Help Desk 1-800-555-0138</a></div></form>`,
    "en-US",
  );
}
