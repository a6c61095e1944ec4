import { h } from "./dom.js";

const LONGEST = 1000;

/**
 * Asks whether an answer helped. Nothing is sent before the person has seen what is sent.
 *
 * @param {object} answer
 * @param {{question: string}} context
 * @param {import("./render.js").Renderer} renderer
 */
export function feedback(answer, context, { words, origin }) {
  const said = h("p", { class: "feedback-said", role: "status" });
  const place = h("div", { class: "feedback-place" });
  const thumbs = ["up", "down"].map((rating) =>
    h(
      "button",
      { type: "button", class: `thumb thumb-${rating}`, "aria-pressed": "false", on: { click: () => open(rating) } },
      words.say(`feedback-${rating}`),
    ),
  );
  const box = h(
    "section",
    { class: "feedback", "aria-label": words.say("feedback-title") },
    h("p", { class: "feedback-title" }, words.say("feedback-title")),
    h("div", { class: "thumbs" }, thumbs),
    place,
    said,
  );

  function press(rating) {
    thumbs.forEach((thumb, i) => thumb.setAttribute("aria-pressed", String(["up", "down"][i] === rating)));
  }

  function open(rating) {
    press(rating);
    said.replaceChildren();
    const form = formOf(answer.id, words, () => close(rating));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(rating, form);
    });
    place.replaceChildren(form);
    form.elements.comment.focus({ preventScroll: true });
    form.scrollIntoView({ block: "nearest" });
  }

  function close(rating) {
    place.replaceChildren();
    press(null);
    thumbs[rating === "up" ? 0 : 1].focus();
  }

  async function send(rating, form) {
    const { comment, agreed } = form.elements;
    const shown = agreed.checked ? { question: context.question, answer: answer.text } : {};
    const kept = await request(`${origin}/v1/feedback`, "POST", {
      answer_id: answer.id,
      rating,
      comment: comment.value.trim() || null,
      agreed: agreed.checked,
      ...shown,
    });
    if (kept === null) {
      said.textContent = words.say("feedback-failed");
      return;
    }
    place.replaceChildren();
    thanks(kept);
  }

  function thanks({ id, kept_until: until }) {
    const back = h("button", { type: "button", class: "plain" }, words.say("feedback-take-back"));
    back.addEventListener("click", async () => {
      const gone = await request(`${origin}/v1/feedback/${encodeURIComponent(id)}`, "DELETE");
      said.textContent = words.say(gone === null ? "feedback-failed" : "feedback-taken-back");
      if (gone !== null) press(null);
      thumbs[0].focus();
    });
    said.textContent = words.say("feedback-thanks", { date: words.date(until) });
    place.replaceChildren(back);
    back.focus();
  }

  return box;
}

function formOf(id, words, cancel) {
  const [comment, agreed, what] = ["comment", "agreed", "what"].map((name) => `${name}-${id}`);
  const dismiss = h("button", { type: "button", class: "plain", on: { click: cancel } }, words.say("feedback-cancel"));
  return h(
    "form",
    { class: "feedback-form" },
    h("label", { for: comment }, words.say("feedback-comment")),
    h("textarea", { id: comment, name: "comment", rows: "3", maxlength: LONGEST, "aria-describedby": what }),
    h(
      "label",
      { class: "agree", for: agreed },
      h("input", { type: "checkbox", id: agreed, name: "agreed" }),
      h("span", {}, words.say("feedback-agree")),
    ),
    h("p", { class: "hint", id: what }, words.say("feedback-sent-what")),
    h("div", { class: "feedback-actions" }, h("button", { class: "send" }, words.say("feedback-send")), dismiss),
  );
}

async function request(address, method, body) {
  try {
    const response = await fetch(address, {
      method,
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body ? JSON.stringify(body) : undefined,
    });
    if (!response.ok) return null;
    return response.status === 204 ? {} : await response.json();
  } catch {
    return null;
  }
}
