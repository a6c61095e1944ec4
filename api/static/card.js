import { h } from "./dom.js";
import { badge, lead, safeUrl, today, urlLabel } from "./text.js";

const NEW_TAB = { target: "_blank", rel: "noopener" };

/**
 * Draws a service.
 *
 * @param {object} service A service of an answer.
 * @param {{citations: Map<number, object>, audience: string, language: string}} context
 * @param {import("./render.js").Renderer} renderer
 */
export function card(service, { citations, audience, language }, renderer) {
  const { words } = renderer;
  const lang = words.sourceLanguage;
  const state = badge(service.status, service.valid_to, today());
  const tellsMore = service.status_text && service.status_text !== words.label("status", service.status);
  return h(
    "article",
    { class: `card status-${state}` },
    h(
      "div",
      { class: "card-head" },
      h("h3", { lang }, service.name),
      h("span", { class: "badge" }, words.label("status", state)),
    ),
    tellsMore ? h("p", { class: "card-status", lang: language }, service.status_text) : null,
    service.why.length
      ? h(
          "p",
          { class: "card-why" },
          h("span", {}, words.say("why")),
          " ",
          h("span", { class: "said", lang }, service.why.join(" · ")),
        )
      : null,
    description(service, audience, renderer.cites(service.citations, citations), words),
    facts(service, audience, renderer),
  );
}

function description(service, audience, cites, words) {
  const lang = words.sourceLanguage;
  const isWhole = audience === "counsellor";
  const [shown, rest] = isWhole ? [service.description, ""] : lead(service.description);
  if (!shown) return cites.length ? h("p", {}, `${words.say("sources-of-card")} `, cites) : null;
  const more = h("details", { class: "more" }, h("summary", {}, words.say("read-more")), h("p", { lang }, rest));
  return [h("p", {}, h("span", { lang }, shown), " ", cites), rest ? more : null];
}

function facts(service, audience, renderer) {
  const { words } = renderer;
  const lang = words.sourceLanguage;
  const place = words.where(service.municipalities, service.area);
  const spoken = service.languages.map((code) => words.label("language", code)).join(", ");
  const told = [
    ["fact-where", place, place === service.municipalities.join(", ") ? lang : null],
    ["fact-provider", service.providers.join(", "), lang],
    ...Object.entries(service.channels).map(([key, value]) => [
      null,
      channel(key, value, renderer),
      lang,
      words.label("channel", key),
    ]),
    ["fact-cost", service.cost, lang],
    ["fact-languages", spoken, null],
    ["fact-period", words.period(service.valid_from, service.valid_to), null],
  ];
  if (audience === "counsellor") {
    told.push(
      ["fact-for-whom", service.target_groups.join(", "), lang],
      ["fact-topics", service.topics.join(", "), lang],
      ["fact-funder", service.funders.join(", "), lang],
      ["fact-kind", words.label("kind", service.kind), null],
    );
  }
  const drawn = told
    .filter(([, value]) => value && value.length !== 0)
    .map(([name, value, language, label]) =>
      h("div", {}, h("dt", {}, label ?? words.say(name)), h("dd", { lang: language }, value)),
    );
  return h("dl", { class: "facts" }, drawn);
}

function channel(key, value, renderer) {
  if (key === "url" && safeUrl(value)) return [h("a", { href: value, ...NEW_TAB }, urlLabel(value))];
  return renderer.linked(value);
}
