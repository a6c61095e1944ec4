// Printing and copying the client's note. What the counsellor adds stays in this page alone.

const tools = document.getElementById("note-tools");

if (tools) {
  const told = document.getElementById("note-told");
  const own = document.getElementById("note-own");
  const ownPrint = document.getElementById("note-own-print");
  const text = document.getElementById("note-text");

  const print = tools.querySelector("[data-print]");
  print.hidden = false;
  print.addEventListener("click", () => window.print());

  own.addEventListener("input", () => {
    ownPrint.textContent = own.value.trim();
  });

  const copy = tools.querySelector("[data-copy]");
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    const said = own.value.trim();
    const whole = said ? `${said}\n\n${text.textContent}` : text.textContent;
    try {
      await navigator.clipboard.writeText(whole);
      told.textContent = "Kopioitu.";
    } catch {
      // Some browsers allow no copying by script: the text is opened and selected instead.
      text.closest("details").open = true;
      window.getSelection().selectAllChildren(text);
      told.textContent = "Valitse ja kopioi teksti alta.";
    }
  });
}
