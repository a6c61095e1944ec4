import { card } from "./card.js";
import { h } from "./dom.js";
import { blocks, phones, runs, safeUrl, urlLabel, withLanguages } from "./text.js";
import { tools } from "./tools.js";

const NEW_TAB = { target: "_blank", rel: "noopener" };
// While the text comes, its markers hold the place of the buttons that they become.
const EVERY = { includes: () => true };

/** A quote with every character of it; the signs of bold text are there but take no room. */
function quoted(text) {
  return text.split("**").flatMap((piece, i) => [
    i > 0 ? h("span", { class: "syntax" }, "**") : null,
    i % 2 ? h("strong", {}, piece) : piece,
  ]);
}

/** Draws answers of the contract. */
export class Renderer {
  /**
   * @param {import("./words.js").Words} words
   * @param {object} actions `ask(question)`, `showQuote(citation)`, `choosePlace(chip)` where a
   *   municipality can be chosen, and what tools.js takes.
   * @param {string} origin Where the service is, when that isn't the page's own place.
   */
  constructor(words, actions, origin = "") {
    this.words = words;
    this.actions = actions;
    this.origin = origin;
  }

  question(text) {
    return h(
      "article",
      { class: "turn asked", tabindex: "-1" },
      h("h2", { class: "unseen" }, this.words.say("question")),
      h("p", {}, text),
    );
  }

  /** Begins an answer of which only the head is known: `add` its text, and `finish` it. */
  draft({ outcome, language }) {
    const text = h("div", { class: "answer-text", lang: language });
    const heading = h("h2", {}, this.words.label("outcome", outcome));
    const element = h("article", { class: `turn answer outcome-${outcome}` }, heading, text);
    let told = "";
    let frame = 0;
    const draw = () => {
      frame = 0;
      text.replaceChildren(...this.#blocks(blocks(told, EVERY), (run) => this.#held(run)));
    };
    return {
      element,
      add: (delta) => {
        told += delta;
        frame ||= requestAnimationFrame(draw);
      },
      finish: (answer, context) => {
        cancelAnimationFrame(frame);
        this.#finish({ element, heading, text }, answer, context);
      },
    };
  }

  #finish({ element, heading, text }, answer, context) {
    const citations = new Map(answer.citations.map((citation) => [citation.n, citation]));
    const cut = blocks(answer.text, [...citations.keys()]).map((block) => ({
      ...block,
      items: block.items.map((item) => withLanguages(item, answer)),
    }));
    text.replaceChildren(...this.#blocks(cut, (run) => this.#run(run, citations)));
    if (answer.outcome === "crisis") heading.after(...this.#calls(answer.text));
    element.append(
      ...[
        this.#services(answer, citations, context.audience),
        answer.citations.length ? this.#sources(answer.citations) : null,
        this.#understood(answer.question),
        answer.follow_ups.length ? this.#followUps(answer) : null,
        tools(answer, context, this),
      ]
        .flat()
        .filter(Boolean),
    );
  }

  #calls(text) {
    const calls = phones(text).map(({ href, text: number }) =>
      h("a", { class: "call", href }, this.words.say("call", { number })),
    );
    return calls.length ? [h("p", { class: "calls" }, calls)] : [];
  }

  #blocks(cut, draw) {
    return cut.map((block) =>
      block.isList
        ? h("ul", {}, block.items.map((item) => h("li", {}, item.map(draw))))
        : h("p", {}, block.items[0].map(draw)),
    );
  }

  #held(run) {
    if (run.n !== undefined) return h("span", { class: "cite" }, String(run.n));
    return run.href ? h("a", { href: run.href }, run.text) : run.text;
  }

  #run(run, citations) {
    if (run.n !== undefined) return this.#cite(citations.get(run.n));
    if (run.lang) return h("span", { lang: run.lang }, run.text);
    if (!run.href) return run.text;
    const isPage = run.href.startsWith("http");
    return h("a", isPage ? { href: run.href, ...NEW_TAB } : { href: run.href }, run.text);
  }

  #cite(citation) {
    const { n, title } = citation;
    return h(
      "button",
      {
        type: "button",
        class: "cite",
        "aria-label": this.words.say("source-number-title", { n, title }),
        "aria-haspopup": "dialog",
        on: { click: () => this.actions.showQuote(citation) },
      },
      String(n),
    );
  }

  /** The buttons of the citations that there are. */
  cites(numbers, citations) {
    return numbers.filter((n) => citations.has(n)).map((n) => this.#cite(citations.get(n)));
  }

  /** A text with its links, and the markers of citations as buttons. */
  linked(text, citations = new Map()) {
    return runs(text, [...citations.keys()]).map((run) => this.#run(run, citations));
  }

  #notices({ notices, language }, citations) {
    const told = (notice) => [
      h("span", { lang: language }, this.linked(notice.text, citations)),
      " ",
      this.cites(notice.citations, citations),
    ];
    return [...new Set(notices.map((notice) => notice.kind))].map((kind) =>
      h(
        "div",
        { class: `notice notice-${kind}` },
        h("strong", {}, this.words.label("notice", kind, this.words.say("notice-other"))),
        notices
          .filter((notice) => notice.kind === kind)
          .map((notice) => h("p", {}, told(notice).flat())),
      ),
    );
  }

  /** What can be turned to comes first; what to know of the rest, and what has ended, after it. */
  #services(answer, citations, audience) {
    const { services, language } = answer;
    const drawn = (some) =>
      h("div", { class: "cards" }, some.map((one) => card(one, { citations, audience, language }, this)));
    const ended = services.filter(({ status }) => status === "ended");
    const living = services.filter(({ status }) => status !== "ended");
    return [
      living.length ? drawn(living) : null,
      this.#notices(answer, citations),
      ended.length
        ? h(
            "details",
            { class: "ended", open: living.length === 0 },
            h("summary", {}, this.words.say("ended-services", { count: ended.length })),
            drawn(ended),
          )
        : null,
    ].flat();
  }

  #sources(citations) {
    return h(
      "details",
      { class: "sources" },
      h("summary", {}, this.words.say("sources", { count: citations.length })),
      h("ol", {}, citations.map((one) => h("li", { value: one.n }, this.quote(one)))),
    );
  }

  /** What a citation rests on: title, place, the quote itself, its date and basis, and the way there. */
  quote(citation) {
    const { title, locator, language, quote, checked_on: checkedOn } = citation;
    const lang = this.words.sourceLanguage;
    const there = this.sourceLink(citation);
    return [
      h("p", { class: "source-title", lang }, title),
      locator && locator !== title ? h("p", { class: "source-place", lang }, locator) : null,
      h("blockquote", { lang: language ?? "fi" }, quoted(quote)),
      checkedOn
        ? h("p", { class: "source-place" }, this.words.say("source-dated", { date: this.words.date(checkedOn) }))
        : null,
      citation.basis.map((basis) => this.#basis(basis)),
      h("p", {}, this.#outward(there, this.words.say("source-show"))),
    ]
      .flat()
      .filter(Boolean);
  }

  /** The address of the place that a citation or a basis quotes. */
  sourceLink({ source_id: id, start, end }) {
    return this.origin + this.words.sourceLink(id, start, end);
  }

  #outward(href, text) {
    return h("a", { href, ...NEW_TAB }, `${text} `, h("span", { class: "hint" }, this.words.say("new-tab")));
  }

  #basis(basis) {
    const page = safeUrl(basis.url);
    const href = page ?? (basis.source_id ? this.sourceLink(basis) : null);
    if (href === null) return null;
    const name = page ? urlLabel(page) : (basis.locator ?? basis.source_id);
    const date = basis.seen_on ? this.words.date(basis.seen_on) : null;
    return h(
      "div",
      { class: "source-place" },
      h(
        "p",
        {},
        `${this.words.say("source-based-on")} `,
        h("a", { href, ...NEW_TAB, lang: page ? null : this.words.sourceLanguage }, name),
        date ? `, ${this.words.say("source-seen", { date })}` : null,
      ),
      basis.quote ? h("blockquote", { lang: "fi" }, quoted(basis.quote)) : null,
    );
  }

  #understood(question) {
    if (!question) return null;
    const parts = [...question.municipalities, ...question.target_groups, ...question.topics];
    if (!parts.length) return null;
    return h(
      "p",
      { class: "understood" },
      h("span", {}, `${this.words.say("understood")} `),
      h("span", { class: "said", lang: this.words.sourceLanguage }, parts.join(" · ")),
    );
  }

  #followUps(answer) {
    const isChoice = answer.outcome === "clarify";
    const asks = (text) => this.words.placeQuestions.includes(text);
    const chips = answer.follow_ups
      .filter((text) => this.actions.choosePlace || !asks(text))
      .map((text) => this.#chip(text, answer.language, asks(text)));
    if (!chips.length) return null;
    const label = this.words.say(isChoice ? "choose" : "go-on");
    return h("div", { class: isChoice ? "chips choices" : "chips", role: "group", "aria-label": label }, chips);
  }

  #chip(text, lang, asksPlace) {
    const chip = h("button", { type: "button", class: "chip", lang }, text);
    chip.addEventListener("click", () =>
      asksPlace ? this.actions.choosePlace(chip) : this.actions.ask(text),
    );
    return chip;
  }
}
