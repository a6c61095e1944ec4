import { h } from "./dom.js";
import { blocks, finnishDate, lead, period, phones, runs, safeUrl, sourceUrl, urlLabel, withLanguages } from "./text.js";

const NEW_TAB = { target: "_blank", rel: "noopener" };

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
   * @param {object} words Labels and messages, from the page.
   * @param {{ask: (question: string) => void, showQuote: (citation: object) => void}} actions
   */
  constructor(words, actions) {
    this.words = words;
    this.actions = actions;
  }

  question(text) {
    return h(
      "article",
      { class: "turn asked" },
      h("h2", { class: "unseen" }, "Kysymys"),
      h("p", {}, text),
    );
  }

  answer(answer, audience) {
    const citations = new Map(answer.citations.map((citation) => [citation.n, citation]));
    return h(
      "article",
      { class: `turn answer outcome-${answer.outcome}` },
      h("h2", { tabindex: "-1" }, this.words.outcome[answer.outcome] ?? "Vastaus"),
      answer.outcome === "crisis" ? this.#calls(answer.text) : null,
      h("div", { class: "answer-text", lang: answer.language }, this.#blocks(answer, citations)),
      this.#notices(answer, citations),
      this.#services(answer, citations, audience),
      answer.citations.length ? this.#sources(answer.citations) : null,
      this.#understood(answer.question),
      answer.follow_ups.length ? this.#followUps(answer) : null,
      this.#tools(answer),
    );
  }

  #calls(text) {
    const calls = phones(text).map((call) =>
      h("a", { class: "call", href: call.href }, `Soita ${call.text}`),
    );
    return calls.length ? h("p", { class: "calls" }, calls) : null;
  }

  #blocks(answer, citations) {
    const told = (item) => this.#runs(withLanguages(item, answer), citations);
    return blocks(answer.text, [...citations.keys()]).map((block) =>
      block.isList
        ? h("ul", {}, block.items.map((item) => h("li", {}, told(item))))
        : h("p", {}, told(block.items[0])),
    );
  }

  #runs(pieces, citations) {
    return pieces.map((run) => {
      if (run.n !== undefined) return this.#cite(citations.get(run.n));
      if (run.lang) return h("span", { lang: run.lang }, run.text);
      if (!run.href) return run.text;
      return h("a", run.href.startsWith("http") ? { href: run.href, ...NEW_TAB } : { href: run.href }, run.text);
    });
  }

  #cite(citation) {
    return h(
      "button",
      {
        type: "button",
        class: "cite",
        "aria-label": `Lähde ${citation.n}: ${citation.title}`,
        "aria-haspopup": "dialog",
        on: { click: () => this.actions.showQuote(citation) },
      },
      String(citation.n),
    );
  }

  #cites(numbers, citations) {
    return numbers.filter((n) => citations.has(n)).map((n) => this.#cite(citations.get(n)));
  }

  #notices({ notices, language }, citations) {
    const told = (notice) => [
      h("span", { lang: language }, this.#runs(runs(notice.text, [...citations.keys()]), citations)),
      " ",
      this.#cites(notice.citations, citations),
    ];
    return [...new Set(notices.map((notice) => notice.kind))].map((kind) =>
      h(
        "div",
        { class: `notice notice-${kind}` },
        h("strong", {}, this.words.notice[kind] ?? "Huomaa"),
        notices
          .filter((notice) => notice.kind === kind)
          .map((notice) => h("p", {}, told(notice).flat())),
      ),
    );
  }

  #services({ services, language }, citations, audience) {
    const ended = services.filter((card) => card.status === "ended");
    const living = services.filter((card) => card.status !== "ended");
    return [
      living.length ? this.#cards(living, citations, audience, language) : null,
      ended.length
        ? h(
            "details",
            { class: "ended", open: living.length === 0 },
            h("summary", {}, `Päättyneet (${ended.length})`),
            this.#cards(ended, citations, audience, language),
          )
        : null,
    ];
  }

  #cards(services, citations, audience, language) {
    const shown = services.map((card) => this.#card(card, citations, audience, language));
    return h("div", { class: "cards" }, shown);
  }

  #card(card, citations, audience, language) {
    const cites = this.#cites(card.citations, citations);
    const [shown, rest] =
      audience === "counsellor" ? [card.description, ""] : lead(card.description);
    const described = shown ? h("p", {}, shown, " ", cites) : h("p", {}, "Lähteet: ", cites);
    const label = this.words.status[card.status];
    return h(
      "article",
      { class: `card status-${card.status}` },
      h(
        "div",
        { class: "card-head" },
        h("h3", {}, card.name),
        h("span", { class: "badge" }, label),
      ),
      card.status_text && card.status_text !== label ? h("p", { class: "card-status", lang: language }, card.status_text) : null,
      card.why.length
        ? h("p", { class: "card-why" }, h("span", {}, "Sopii, koska:"), ` ${card.why.join(" · ")}`)
        : null,
      shown || cites.length ? described : null,
      rest
        ? h("details", { class: "more" }, h("summary", {}, "Lue lisää"), h("p", {}, rest))
        : null,
      this.#facts(card, audience),
    );
  }

  #facts(card, audience) {
    const { length } = card.municipalities;
    const listed = card.municipalities.join(", ");
    const isShort = length > 0 && length < this.words.many;
    const where = isShort ? listed : (this.words.area[card.area] ?? listed);
    const spoken = card.languages.map((code) => this.words.language[code] ?? code);
    const facts = [
      ["Missä", where],
      ["Järjestää", card.providers.join(", ")],
      ...Object.entries(card.channels).map(([key, value]) => [
        this.words.channel[key] ?? key,
        this.#channel(key, value),
      ]),
      ["Hinta", card.cost],
      ["Kielet", spoken.join(", ")],
      ["Voimassa", period(card.valid_from, card.valid_to, this.words.months)],
    ];
    if (audience === "counsellor") {
      facts.push(
        ["Kenelle", card.target_groups.join(", ")],
        ["Aiheet", card.topics.join(", ")],
        ["Rahoittaja", card.funders.join(", ")],
        ["Laji", this.words.kind[card.kind] ?? card.kind],
      );
    }
    const told = facts.filter(([, value]) => value && value.length !== 0);
    return h("dl", { class: "facts" }, told.map(([label, value]) => h("div", {}, h("dt", {}, label), h("dd", {}, value))));
  }

  #channel(key, value) {
    if (key === "url" && safeUrl(value)) return [h("a", { href: value, ...NEW_TAB }, urlLabel(value))];
    return this.#runs(runs(value), new Map());
  }

  #sources(citations) {
    return h(
      "details",
      { class: "sources" },
      h("summary", {}, `Lähteet (${citations.length})`),
      h("ol", {}, citations.map((citation) => h("li", { value: citation.n }, this.quote(citation)))),
    );
  }

  /** What a citation rests on: title, place, the quote itself, its date and basis, and the way there. */
  quote(citation) {
    const { months } = this.words;
    return [
      h("p", { class: "source-title" }, citation.title),
      citation.locator && citation.locator !== citation.title
        ? h("p", { class: "source-place" }, citation.locator)
        : null,
      h("blockquote", { lang: citation.language ?? "fi" }, quoted(citation.quote)),
      citation.checked_on
        ? h("p", { class: "source-place" }, `Tieto on ajalta: ${finnishDate(citation.checked_on, months)}`)
        : null,
      citation.basis.map((basis) => this.#basis(basis)),
      h(
        "p",
        {},
        h(
          "a",
          { href: sourceUrl(citation.source_id, citation.start, citation.end), ...NEW_TAB },
          "Näytä kohta lähteessä ",
          h("span", { class: "hint" }, "(uusi välilehti)"),
        ),
      ),
    ].flat();
  }

  #basis(basis) {
    const page = safeUrl(basis.url);
    const href = page ?? (basis.source_id ? sourceUrl(basis.source_id, basis.start, basis.end) : null);
    if (href === null) return null;
    const name = page ? urlLabel(page) : (basis.locator ?? basis.source_id);
    const seen = basis.seen_on ? `, nähty ${finnishDate(basis.seen_on, this.words.months)}` : "";
    return h(
      "div",
      { class: "source-place" },
      h("p", {}, "Tieto perustuu: ", h("a", { href, ...NEW_TAB }, name), seen),
      basis.quote ? h("blockquote", { lang: "fi" }, quoted(basis.quote)) : null,
    );
  }

  #understood(question) {
    if (!question) return null;
    const parts = [...question.municipalities, ...question.target_groups, ...question.topics];
    if (!parts.length) return null;
    return h("p", { class: "understood" }, h("span", {}, "Ymmärsin kysymyksestä: "), parts.join(" · "));
  }

  #followUps(answer) {
    const isChoice = answer.outcome === "clarify";
    return h(
      "div",
      { class: isChoice ? "chips choices" : "chips", role: "group", "aria-label": isChoice ? "Valitse" : "Jatka kysymällä" },
      answer.follow_ups.map((text) =>
        h(
          "button",
          { type: "button", class: "chip", lang: answer.language, on: { click: () => this.actions.ask(text) } },
          text,
        ),
      ),
    );
  }

  #tools(answer) {
    const copy = h("button", { type: "button", class: "plain" }, "Kopioi vastaus");
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(this.#asText(answer));
        copy.textContent = "Kopioitu";
      } catch {
        copy.textContent = "Kopiointi ei onnistunut";
      }
    });
    const print = h("button", { type: "button", class: "plain", on: { click: () => window.print() } }, "Tulosta");
    return h("div", { class: "tools" }, copy, print);
  }

  #asText(answer) {
    const services = answer.services.map((card) =>
      [`${card.name} (${this.words.status[card.status].toLowerCase()})`, ...Object.values(card.channels)].join("\n"),
    );
    const sources = answer.citations.map((c) => `[${c.n}] ${c.title}. ${c.locator}. “${c.quote}”`);
    const notices = answer.notices.map((notice) => notice.text);
    return [answer.text, ...notices, ...services, ...sources].join("\n\n");
  }
}
