import { h } from "./dom.js";

/**
 * Shows a citation in a dialog.
 *
 * @param {HTMLDialogElement} dialog With the parts that templates/_quote.html gives it.
 * @param {import("./words.js").Words} words
 */
export function quoteDialog(dialog, words) {
  const part = (id) => dialog.querySelector(`#${id}`);
  part("quote-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return (citation, renderer) => {
    const said = h("span", { class: "said-here", role: "status" });
    const copy = h("button", { type: "button", class: "plain" }, words.say("source-link"));
    copy.addEventListener("click", async () => {
      const link = new URL(renderer.sourceLink(citation), location.href).href;
      const copied = await navigator.clipboard.writeText(link).then(() => true, () => false);
      said.textContent = words.say(copied ? "copied" : "copy-failed");
    });
    part("quote-title").textContent = words.say("source-number", { n: citation.n });
    part("quote-body").replaceChildren(...renderer.quote(citation), h("p", {}, copy, " ", said));
    dialog.showModal();
    dialog.scrollTop = 0;
  };
}
