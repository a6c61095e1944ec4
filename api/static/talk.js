import { h } from "./dom.js";
import { events } from "./events.js";

const KEPT_MESSAGES = 20;
const STREAM = "text/event-stream";

/** A problem that the server told of. */
class ProblemError extends Error {
  constructor(status) {
    super(`problem ${status}`);
    this.status = status;
  }
}

/** A conversation: it lives here and nowhere else, and closing the page ends it. */
export class Talk {
  #messages = [];
  #running = null;

  /**
   * @param {object} parts
   * @param {import("./words.js").Words} parts.words
   * @param {import("./render.js").Renderer} parts.renderer
   * @param {HTMLElement} parts.log Where the turns are drawn.
   * @param {HTMLElement} parts.status Where a screen reader is told what happens.
   * @param {HTMLTextAreaElement} parts.field Where questions are written.
   * @param {() => {audience: string, municipality: string | null}} parts.settings
   * @param {(isBusy: boolean) => void} parts.busy Told when a question is on its way, and when not.
   * @param {string} parts.origin Where the service is, when that isn't the page's own place.
   */
  constructor({ words, renderer, log, status, field, settings, busy, origin = "" }) {
    Object.assign(this, { words, renderer, log, status, field, settings, busy, origin });
  }

  /** The last question, or undefined before the first. */
  get lastQuestion() {
    return this.#messages.filter(({ role }) => role === "user").pop()?.content;
  }

  async ask(text) {
    const question = text.trim();
    if (!question || this.#running) return;
    for (const failed of this.log.querySelectorAll(".has-failed, :scope > .failed")) failed.remove();
    const asked = this.renderer.question(question);
    const waiting = h("div", { class: "waiting" }, h("p", {}, this.words.say("searching")));
    const exchange = h("div", { class: "exchange" }, asked, waiting);
    this.log.append(exchange);
    this.#look(asked);
    this.#tell(this.words.say("searching"));
    this.#running = new AbortController();
    this.busy(true);
    const next = [...this.#messages, { role: "user", content: question }].slice(-KEPT_MESSAGES);
    try {
      const answer = await this.#answer(question, next, waiting, this.#running.signal);
      this.#messages = [...next, { role: "assistant", content: answer.text }];
      this.#announce(answer);
    } catch (error) {
      if (error.name !== "AbortError") this.#fail(exchange, question, error);
    } finally {
      this.#running = null;
      this.busy(false);
    }
  }

  async #answer(question, messages, waiting, signal) {
    const settings = this.settings();
    const body = { messages, ...settings, language: this.words.answerLanguage };
    let draft = null;
    for await (const { name, data } of await this.#stream(body, signal)) {
      if (name === "error") throw new ProblemError(data.status);
      if (name === "meta") draft = this.renderer.draft(data);
      if (name === "text" && data.delta) {
        // Help in distress is shown at once and whole, its numbers first.
        if (draft.element.matches(".outcome-crisis")) continue;
        if (waiting.isConnected) waiting.replaceWith(draft.element);
        draft.add(data.delta);
      }
      if (name === "answer") {
        draft ??= this.renderer.draft(data);
        draft.finish(data, { ...settings, question });
        if (waiting.isConnected) waiting.replaceWith(draft.element);
        return data;
      }
    }
    throw new Error("the stream ended before the answer");
  }

  async #stream(body, signal) {
    const response = await fetch(`${this.origin}/v1/chat`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: STREAM },
      body: JSON.stringify(body),
      signal,
    });
    if (!response.ok) throw new ProblemError(response.status);
    return events(response.body);
  }

  #fail(exchange, question, error) {
    const { words } = this;
    const message = error instanceof ProblemError ? words.problem(error.status) : words.problem("network");
    const retry = h("button", { type: "button", class: "chip" }, words.say("retry"));
    retry.addEventListener("click", () => this.ask(question));
    const box = h("div", { class: "failed", role: "alert" }, h("p", {}, message), retry);
    this.#tell("");
    exchange.classList.add("has-failed");
    exchange.querySelector(".waiting, .answer").replaceWith(box);
    if (!this.field.value) this.field.value = question;
  }

  /** Says the finished answer once; the log itself is silent, since it's drawn piece by piece. */
  #announce(answer) {
    const count = answer.services.length;
    const spoken = answer.text.replace(/\s*\[\d{1,3}\]/g, "");
    const head = `${this.words.label("outcome", answer.outcome)}. `;
    const tail = count ? ` ${this.words.say("services-count", { count })}` : "";
    this.#tell(head, h("span", { lang: answer.language }, spoken), tail);
  }

  #tell(...said) {
    this.status.replaceChildren(...said);
  }

  #look(asked) {
    const isWriting = asked.getRootNode().activeElement === this.field;
    if (!isWriting) asked.focus({ preventScroll: true });
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    asked.scrollIntoView({ block: "start", behavior: isStill ? "auto" : "smooth" });
  }

  /** Drops the conversation. */
  clear() {
    this.#running?.abort();
    this.#messages = [];
    this.log.replaceChildren();
    this.#tell(this.words.say("cleared"));
  }
}
