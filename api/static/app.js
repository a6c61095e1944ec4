import { h } from "./dom.js";
import { Renderer } from "./render.js";

const KEPT_MESSAGES = 20;
const STORED = "tienviitta.kunta";
const find = (id) => document.getElementById(id);
const words = JSON.parse(find("page-data").textContent);
const [talk, status, composer, field, municipality, forget, restart, dialog] = [
  "talk", "status", "composer", "q", "kunta", "forget", "restart", "quote",
].map(find);

// The conversation lives here and nowhere else: closing the page ends it.
let messages = [];
let running = null;

const renderer = new Renderer(words, { ask, showQuote });

const options = composer.querySelector("details");

/** Puts the form where it belongs: among the greeting, or below the talk. */
function place(started) {
  const hadFocus = document.activeElement === field;
  find(started ? "dock" : "composer-home").append(composer);
  document.body.classList.toggle("has-answer", started);
  options.open = !started;
  restart.hidden = !started;
  if (hadFocus) field.focus({ preventScroll: true });
}

function summarise() {
  const chosen = municipality.value || "Kuntaa ei valittu";
  find("options-summary").textContent =
    `${chosen}, vastaus ${audience() === "counsellor" ? "ohjaajalle" : "asukkaalle"}`;
}

function audience() {
  return composer.elements.rooli.value;
}

async function ask(text) {
  const question = text.trim();
  if (!question || running) return;
  if (!document.body.classList.contains("has-answer")) place(true);
  talk.querySelector(".failed")?.remove();
  const asked = renderer.question(question);
  const waiting = h("div", { class: "waiting" }, h("p", {}, "Etsin lähteistä"));
  talk.append(asked, waiting);
  show(asked);
  status.textContent = "Etsin lähteistä";
  const next = [...messages, { role: "user", content: question }].slice(-KEPT_MESSAGES);
  running = new AbortController();
  composer.setAttribute("aria-busy", "true");
  try {
    const answer = await send(next, running.signal);
    messages = [...next, { role: "assistant", content: answer.text }];
    waiting.replaceWith(renderer.answer(answer, audience()));
    field.value = "";
    fit();
    announce(answer);
    show(asked);
  } catch (error) {
    if (error.name === "AbortError") return;
    fail(waiting, asked, question, error);
  } finally {
    running = null;
    composer.removeAttribute("aria-busy");
  }
}

async function send(conversation, signal) {
  const response = await fetch("/v1/chat", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({
      messages: conversation,
      audience: audience(),
      municipality: municipality.value || null,
    }),
    signal,
  });
  if (!response.ok) throw new Error(words.messages[response.status] ?? words.messages["500"]);
  return response.json();
}

function fail(waiting, asked, question, error) {
  const message = Object.values(words.messages).includes(error.message)
    ? error.message
    : words.messages.network;
  const retry = h("button", { type: "button", class: "chip" }, "Yritä uudelleen");
  const box = h("div", { class: "failed", role: "alert" }, h("p", {}, message), retry);
  retry.addEventListener("click", () => {
    box.remove();
    asked.remove();
    ask(question);
  });
  status.textContent = "";
  waiting.replaceWith(box);
}

function announce(answer) {
  const count = answer.services.length;
  const cards = count ? ` Vastauksessa on ${count} ${count === 1 ? "palvelu" : "palvelua"}.` : "";
  const spoken = answer.text.replace(/\s*\[\d{1,3}\]/g, "");
  status.textContent = `${words.outcome[answer.outcome]}. ${spoken}${cards}`;
}

function show(element) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
}

function showQuote(citation) {
  find("quote-title").textContent = `Lähde ${citation.n}`;
  find("quote-body").replaceChildren(...renderer.quote(citation).filter(Boolean));
  dialog.showModal();
  dialog.scrollTop = 0;
}

function startOver() {
  running?.abort();
  messages = [];
  talk.replaceChildren();
  status.textContent = "Keskustelu on tyhjennetty.";
  field.value = "";
  fit();
  place(false);
  find("sisalto").focus();
  scrollTo({ top: 0 });
}

function fit() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

// Private windows may refuse storage; the choice then lasts as long as the page.
function stored(action) {
  try {
    return action(localStorage);
  } catch {
    return null;
  }
}

function remember() {
  const name = municipality.value;
  stored((store) => (name ? store.setItem(STORED, name) : store.removeItem(STORED)));
  forget.hidden = !name;
  summarise();
}

function recall() {
  const name = stored((store) => store.getItem(STORED));
  if (name && !municipality.value) municipality.value = name;
  if (municipality.selectedIndex < 0) municipality.value = "";
  forget.hidden = !municipality.value;
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(field.value);
});
field.addEventListener("input", fit);
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});
for (const form of document.querySelectorAll("form.signs, form.chips")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(event.submitter.value);
  });
}
municipality.addEventListener("change", remember);
forget.addEventListener("click", () => {
  municipality.value = "";
  remember();
  municipality.focus();
});
restart.addEventListener("click", startOver);
find("quote-close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details.sources, details.ended, details.more")) part.open = true;
});
composer.addEventListener("change", summarise);
recall();
summarise();
fit();
restart.hidden = !document.body.classList.contains("has-answer");
