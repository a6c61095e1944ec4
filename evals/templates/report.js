"use strict";
(() => {
  const form = document.querySelector(".filters");
  if (!form) return;
  const cases = [...document.querySelectorAll(".case")];
  const find = document.getElementById("find");
  const category = document.getElementById("by-category");
  const verdict = document.getElementById("by-verdict");
  const count = document.getElementById("count");
  const nothing = document.getElementById("nothing");
  const texts = cases.map((one) => one.textContent.toLowerCase());

  function filter() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    cases.forEach((one, index) => {
      const fits =
        (!category.value || one.dataset.category === category.value) &&
        (!verdict.value || one.dataset.verdict.split(" ").includes(verdict.value)) &&
        words.every((word) => texts[index].includes(word));
      one.hidden = !fits;
      shown += fits;
    });
    count.textContent = `${shown} / ${cases.length}`;
    nothing.hidden = shown > 0;
  }

  function openNamed() {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!named || !named.classList.contains("case")) return;
    named.hidden = false;
    named.open = true;
    named.scrollIntoView();
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  window.addEventListener("hashchange", openNamed);
  openNamed();
})();
