import { h } from "./dom.js";
import { quoteDialog } from "./quote.js";
import { Renderer } from "./render.js";
import { Remembered } from "./storage.js";
import { Talk } from "./talk.js";
import { today } from "./text.js";
import { Words } from "./words.js";

const find = (id) => document.getElementById(id);
const data = JSON.parse(find("page-data").textContent);
const words = new Words(data);
const [composer, field, municipality, forget, kept, restart] = [
  "composer", "q", "kunta", "forget", "kept", "restart",
].map(find);
const options = composer.querySelector("details");
const place = new Remembered("kunta");
const showQuote = quoteDialog(find("quote"), words);
const renderer = new Renderer(words, {
  ask,
  print,
  choosePlace,
  feedback: data.feedback,
  showQuote: (citation) => showQuote(citation, renderer),
});
const talk = new Talk({
  words,
  renderer,
  log: find("talk"),
  status: find("status"),
  field,
  settings: () => ({ audience: composer.elements.rooli.value, municipality: municipality.value || null }),
  busy: (isBusy) => {
    composer.toggleAttribute("data-busy", isBusy);
    fit();
  },
});

/** Puts the form where it belongs: among the greeting, or below the talk. */
function settle(started) {
  const hadFocus = document.activeElement === field;
  find(started ? "dock" : "composer-home").append(composer);
  document.body.classList.toggle("has-answer", started);
  options.open = !started;
  restart.hidden = !started;
  if (hadFocus) field.focus({ preventScroll: true });
}

function ask(question) {
  if (!question.trim()) return undefined;
  if (!document.body.classList.contains("has-answer")) settle(true);
  return talk.ask(question);
}

function summarise() {
  const audience = words.label("audience", composer.elements.rooli.value);
  const chosen = municipality.value || words.say("no-municipality");
  find("options-summary").textContent = words.say("summary", { municipality: chosen, audience });
}

function startOver() {
  talk.clear();
  field.value = "";
  fit();
  settle(false);
  find("sisalto").focus();
  scrollTo({ top: 0 });
}

function fit() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

function remember() {
  place.set(municipality.value);
  forget.hidden = kept.hidden = !municipality.value;
  summarise();
}

function recall() {
  if (!municipality.value) municipality.value = place.get() ?? "";
  if (municipality.selectedIndex < 0) municipality.value = "";
  forget.hidden = kept.hidden = !municipality.value;
}

/** Puts a choice of municipalities in a chip's place; the last question is asked of the chosen one. */
function choosePlace(chip) {
  const choice = municipality.cloneNode(true);
  choice.id = `${municipality.id}-${Date.now()}`;
  choice.removeAttribute("name");
  choice.value = municipality.value;
  const label = h("label", { for: choice.id, lang: chip.lang }, chip.textContent);
  const send = h("button", { class: "send" }, words.say("ask-send"));
  const form = h("form", { class: "place-choice" }, label, choice, send);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    municipality.value = choice.value;
    remember();
    ask(talk.lastQuestion);
  });
  chip.replaceWith(form);
  choice.focus();
}

/** Prints one answer with its question, as a page to take along. */
function print(answer) {
  const note = words.say("printed", { date: words.date(today()), address: location.host });
  const foot = h("p", { class: "print-note" }, note);
  const exchange = answer.closest(".exchange");
  exchange.append(foot);
  exchange.classList.add("printed");
  document.body.classList.add("prints-one");
  window.print();
  document.body.classList.remove("prints-one");
  exchange.classList.remove("printed");
  foot.remove();
}

/** Asks the question that a shared link holds; it's taken out of the address, and so of the history. */
function askShared() {
  const shared = new URLSearchParams(location.hash.slice(1));
  const question = shared.get("kysy");
  if (!question) return;
  history.replaceState(null, "", location.pathname + location.search);
  const asked = shared.get("kunta");
  if (asked && [...municipality.options].some(({ value }) => value === asked)) municipality.value = asked;
  summarise();
  ask(question);
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  if (composer.hasAttribute("data-busy")) return;
  const question = field.value;
  field.value = "";
  ask(question);
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
// Another language asks the last question anew: the conversation lives in this page alone.
for (const link of document.querySelectorAll(".languages a")) {
  link.addEventListener("click", () => {
    const question = talk.lastQuestion;
    if (question) link.hash = new URLSearchParams({ kysy: question }).toString();
  });
}
municipality.addEventListener("change", remember);
forget.addEventListener("click", () => {
  municipality.value = "";
  remember();
  municipality.focus();
});
restart.addEventListener("click", startOver);
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details.sources, details.ended, details.more")) part.open = true;
});
addEventListener("hashchange", askShared);
composer.addEventListener("change", summarise);
recall();
summarise();
fit();
restart.hidden = !document.body.classList.contains("has-answer");
askShared();
