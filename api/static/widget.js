// The one script that a site adds. A classic script, since a module isn't told its own element.
(() => {
  const script = document.currentScript;
  const origin = (script.dataset.api || new URL(script.src).origin).replace(/\/$/, "");
  const settings = { ...script.dataset };
  const language = settings.kieli || document.documentElement.lang.slice(0, 2);
  settings.kieli = ["fi", "sv", "en"].includes(language) ? language : "fi";

  function start() {
    import(`${origin}/static/embed.js`)
      .then(({ embed }) => embed(origin, settings))
      .catch(() => linkInstead());
  }

  /** Where the guide can't be loaded from the site, its own page still can be opened. */
  function linkInstead() {
    const place = settings.kohde ? document.querySelector(settings.kohde) : document.body;
    const link = document.createElement("a");
    link.href = `${origin}/?kieli=${settings.kieli}`;
    link.textContent = "Tienviitta";
    place?.append(link);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
