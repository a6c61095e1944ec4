import { h } from "./dom.js";
import { feedback } from "./feedback.js";
import { badge, today } from "./text.js";

/**
 * What can be done with an answer: copy, print, share, and tell whether it helped.
 *
 * @param {object} answer
 * @param {{question: string, municipality: string | null}} context What was asked, and of where.
 * @param {import("./render.js").Renderer} renderer Its `actions.print(element)` prints an answer, and
 *   its `actions.feedback` tells whether feedback is kept; what's missing isn't offered.
 */
export function tools(answer, context, renderer) {
  const { words, actions, origin } = renderer;
  // A question back has nothing to take along, and distress isn't asked for thumbs or shared.
  if (answer.outcome === "clarify") return [];
  const isCrisis = answer.outcome === "crisis";
  const said = h("span", { class: "said-here", role: "status" });
  const copy = button(words.say("copy"), async () => {
    said.textContent = words.say((await copied(asText(answer, words))) ? "copied" : "copy-failed");
  });
  const share = isCrisis ? null : button(words.say("share"), async () => {
    const link = questionLink(context, words, origin);
    said.textContent = words.say((await copied(link)) ? "shared" : "copy-failed");
  });
  const print = actions.print
    ? button(words.say("print"), (event) => actions.print(event.currentTarget.closest(".answer")))
    : null;
  return [
    h("div", { class: "tools", role: "group", "aria-label": words.say("tools") }, copy, print, share, said),
    actions.feedback && !isCrisis ? feedback(answer, context, renderer) : null,
  ];
}

function button(text, click) {
  return h("button", { type: "button", class: "plain", on: { click } }, text);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A link that asks the question: it stands after the #, which no browser sends to a server. */
export function questionLink({ question, municipality }, words, origin) {
  const asked = new URLSearchParams({ kysy: question });
  if (municipality) asked.set("kunta", municipality);
  const start = new URL(words.link("/"), origin || location.href);
  start.hash = asked.toString();
  return start.href;
}

/** An answer as text to paste elsewhere, with its services and sources. */
export function asText(answer, words) {
  const day = today();
  const services = answer.services.map((service) => {
    const state = words.label("status", badge(service.status, service.valid_to, day));
    return [`${service.name} (${state.toLowerCase()})`, ...Object.values(service.channels)].join("\n");
  });
  const sources = answer.citations.map((c) => `[${c.n}] ${c.title}. ${c.locator}. “${c.quote}”`);
  const notices = answer.notices.map((notice) => notice.text);
  return [answer.text, ...notices, ...services, ...sources].join("\n\n");
}
