import { Remembered } from "./storage.js";

const PARAMETER = "kieli";
const DEFAULT = "fi";
const remembered = new Remembered(PARAMETER);
const links = [...document.querySelectorAll(".languages a")];

/** Goes over to the language that was chosen before, where the address asks for none. */
function recall() {
  const link = links.find(({ dataset }) => dataset.kieli === remembered.get());
  const isAsked = new URLSearchParams(location.search).has(PARAMETER);
  if (!link || isAsked || link.hasAttribute("aria-current") || document.querySelector(".answer")) return;
  location.replace(link.href + location.hash);
}

for (const link of links) {
  link.addEventListener("click", () => {
    const { kieli } = link.dataset;
    remembered.set(kieli === DEFAULT ? "" : kieli);
  });
}
recall();
