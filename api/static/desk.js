// Search as it's typed. Without this script the same form is sent by its button.

const form = document.getElementById("desk");
const body = document.getElementById("desk-body");
const told = document.getElementById("desk-told");
const DELAY = 250;
const FAILED = "Haku ei onnistunut. Tarkista yhteys ja yritä uudelleen.";
const narrow = window.matchMedia("(max-width: 75rem)");

let timer = 0;
let running = null;

if (narrow.matches) {
  document.getElementById("rajaukset").open = false;
}

// What has the focus is found again in the new content by this.
function keyOf(element) {
  if (!element || !body.contains(element)) return null;
  if (element.dataset.desk) return `[data-desk="${CSS.escape(element.dataset.desk)}"]`;
  if (element.name && element.value !== undefined) {
    return `[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  }
  if (element.matches(".facet > summary")) {
    return `[data-facet="${CSS.escape(element.parentElement.dataset.facet)}"] > summary`;
  }
  return element.matches("#rajaukset > summary") ? "#rajaukset > summary" : "#desk-count";
}

function unfolded() {
  const all = [...body.querySelectorAll("details")];
  return new Map(all.map((one) => [one.dataset.facet || one.id || one.className, one.open]));
}

function show(answer) {
  const key = keyOf(document.activeElement);
  const open = unfolded();
  // A part of the same page, made by the same template: read like a page, which runs nothing in it.
  const part = new DOMParser().parseFromString(answer.html, "text/html");
  body.replaceChildren(...part.body.childNodes);
  for (const one of body.querySelectorAll("details")) {
    const was = open.get(one.dataset.facet || one.id || one.className);
    if (was !== undefined) one.open = was || (Boolean(one.dataset.facet) && one.open);
  }
  if (key) (body.querySelector(key) || document.getElementById("desk-count")).focus();
  told.textContent = answer.told;
  told.classList.add("unseen");
  history.replaceState(null, "", answer.address);
}

async function update(query) {
  window.clearTimeout(timer);
  running?.abort();
  const mine = (running = new AbortController());
  body.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(`${form.dataset.search}?${query}`, { signal: mine.signal });
    if (!response.ok) throw new Error(String(response.status));
    show(await response.json());
  } catch (error) {
    if (error.name === "AbortError") return;
    told.textContent = FAILED;
    told.classList.remove("unseen");
  }
  if (running === mine) {
    running = null;
    body.removeAttribute("aria-busy");
  }
}

function asked() {
  const data = [...new FormData(form)].filter(([, value]) => value !== "");
  return new URLSearchParams(data).toString();
}

function later(delay) {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => update(asked()), delay);
}

form.addEventListener("input", (event) => {
  if (event.target.name === "q") later(DELAY);
});
form.addEventListener("change", (event) => {
  if (event.target.name !== "q") later(0);
});
form.addEventListener("submit", (event) => {
  if (event.submitter?.hasAttribute("formaction")) return;
  event.preventDefault();
  update(asked());
});
form.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-desk]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const wanted = new URL(link.href).searchParams;
  form.elements.q.value = wanted.get("q") ?? "";
  update(wanted.toString());
});
