import { h } from "./dom.js";
import { quoteDialog } from "./quote.js";
import { Renderer } from "./render.js";
import { Talk } from "./talk.js";
import { Words } from "./words.js";

const STYLES = ["style.css", "answer.css", "widget.css"];
const ICON = "M17.5 3h5v35h-5zM4 7h25l7 6.5L29 20H4zM36 23H14l-6 5 6 5h22z";
const SVG = "http://www.w3.org/2000/svg";

/** Sheets made by a script, which a site's Content-Security-Policy lets through without a word. */
async function sheets(origin) {
  const texts = await Promise.all(STYLES.map((name) => text(`${origin}/static/${name}`)));
  return texts.map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
}

async function text(address) {
  const response = await fetch(address, { credentials: "omit" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

function sign() {
  const icon = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  const attributes = { viewBox: "0 0 40 40", width: "26", height: "26", fill: "currentColor", "aria-hidden": "true" };
  for (const [name, value] of Object.entries(attributes)) icon.setAttribute(name, value);
  path.setAttribute("d", ICON);
  icon.append(path);
  return icon;
}

/**
 * Puts the guide on a page.
 *
 * @param {string} origin Where the service is.
 * @param {{kieli: string, kunta?: string, rooli?: string, kohde?: string}} settings From the script's
 *   data- attributes.
 */
export async function embed(origin, settings) {
  const [styles, data] = await Promise.all([
    sheets(origin),
    text(`${origin}/widget.json?kieli=${settings.kieli}`).then(JSON.parse),
  ]);
  const target = settings.kohde ? document.querySelector(settings.kohde) : null;
  const host = h("div", { class: target ? "tienviitta inline" : "tienviitta corner", lang: data.language });
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = styles;
  new Widget(root, { origin, settings, data, isInline: target !== null });
  (target ?? document.body).append(host);
}

class Widget {
  constructor(root, { origin, settings, data, isInline }) {
    this.words = new Words(data);
    this.origin = origin;
    this.settings = { audience: settings.rooli || "citizen", municipality: settings.kunta || null };
    this.isInline = isInline;
    this.dialog = this.#dialog();
    this.log = h("div", { class: "talk", role: "log", "aria-live": "off", "aria-label": this.words.say("widget-title") });
    this.examples = this.#examples(data.examples);
    this.status = h("p", { class: "unseen", role: "status" });
    this.field = h("textarea", { id: "q", rows: "1", maxlength: "4000", required: true, placeholder: this.words.say("ask-placeholder") });
    this.composer = this.#composer();
    this.panel = this.#panel();
    this.launcher = h("button", { type: "button", class: "launcher", "aria-expanded": "false" }, sign(), this.words.say("widget-open"));
    this.launcher.addEventListener("click", () => this.#toggle(true));
    const showQuote = quoteDialog(this.dialog, this.words);
    const renderer = new Renderer(
      this.words,
      {
        ask: (question) => this.#ask(question),
        feedback: data.feedback,
        showQuote: (citation) => showQuote(citation, renderer),
      },
      origin,
    );
    this.talk = new Talk({
      words: this.words,
      renderer,
      log: this.log,
      status: this.status,
      field: this.field,
      settings: () => this.settings,
      busy: (isBusy) => this.composer.toggleAttribute("data-busy", isBusy),
      origin,
    });
    // The styles tell the corner from the inline form by a class within the shadow, too.
    root.append(h("div", { class: isInline ? "inline" : "corner" }, isInline ? null : this.launcher, this.panel, this.dialog));
  }

  #dialog() {
    return h(
      "dialog",
      { id: "quote", "aria-labelledby": "quote-title" },
      h(
        "div",
        { class: "quote-head" },
        h("h2", { id: "quote-title", tabindex: "-1" }),
        h("button", { type: "button", class: "quiet", id: "quote-close" }, this.words.say("close")),
      ),
      h("div", { id: "quote-body" }),
    );
  }

  #ask(question) {
    if (!question.trim()) return;
    this.examples.hidden = true;
    this.talk.ask(question);
  }

  #examples(questions) {
    const chips = questions.map((text) =>
      h("button", { type: "button", class: "chip", on: { click: () => this.#ask(text) } }, text),
    );
    return h("div", { class: "chips choices", role: "group", "aria-label": this.words.say("widget-examples") }, chips);
  }

  #composer() {
    const form = h(
      "form",
      { class: "composer" },
      h("label", { for: "q" }, this.words.say("ask-label")),
      h("div", { class: "composer-field" }, this.field, h("button", { class: "send" }, this.words.say("ask-send"))),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (form.hasAttribute("data-busy")) return;
      const question = this.field.value;
      this.field.value = "";
      this.#ask(question);
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    return form;
  }

  #panel() {
    const { words } = this;
    const restart = h("button", { type: "button", class: "quiet" }, words.say("restart"));
    restart.addEventListener("click", () => {
      this.talk.clear();
      this.examples.hidden = false;
      this.field.focus();
    });
    const close = h("button", { type: "button", class: "quiet" }, words.say("close"));
    close.addEventListener("click", () => this.#toggle(false));
    const whole = h("a", { href: this.origin + words.link("/"), target: "_blank", rel: "noopener" }, words.say("widget-whole"));
    const { municipality } = this.settings;
    const panel = h(
      "section",
      { class: "panel", "aria-labelledby": "widget-title", hidden: !this.isInline },
      h(
        "div",
        { class: "head" },
        h("h2", { id: "widget-title" }, words.say("widget-title")),
        h("div", {}, restart, this.isInline ? null : close),
      ),
      h(
        "div",
        { class: "scroll", tabindex: "0", role: "group", "aria-labelledby": "widget-title" },
        h("p", {}, words.say("widget-honest")),
        municipality ? h("p", {}, words.say("widget-place", { municipality })) : null,
        h("p", { class: "whole" }, whole),
        this.examples,
        this.log,
        this.status,
      ),
      this.composer,
    );
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.isInline && !this.dialog.open) this.#toggle(false);
    });
    return panel;
  }

  #toggle(isOpen) {
    this.panel.hidden = !isOpen;
    this.launcher.hidden = isOpen;
    this.launcher.setAttribute("aria-expanded", String(isOpen));
    (isOpen ? this.field : this.launcher).focus();
  }
}
