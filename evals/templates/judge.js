"use strict";
(() => {
  const { run, words, items } = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const shelf = `tienviitta-judging:${run}`;
  const values = { supported: ["yes", "partly", "no", "none"], useful: ["yes", "partly", "no"], plain: ["yes", "partly", "no"] };
  let at = 0;
  let kept = { judge: "", judged: {} };

  function remember() {
    try {
      localStorage.setItem(shelf, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing still lets the judgements be saved to a file.
    }
  }

  function recall() {
    try {
      const found = JSON.parse(localStorage.getItem(shelf));
      if (found && typeof found.judged === "object") kept = found;
    } catch {
      // What can't be read is begun anew.
    }
  }

  // What is judged of other words isn't a judgement of these: the digest is part of the key.
  const key = (item, aspect, sentence) => `${item.case}|${item.digest}|${aspect}|${sentence ?? ""}`;

  const asked = (item) => [
    ...item.sentences.map((_, number) => ["supported", number + 1]),
    ["useful", null],
    ["plain", null],
  ];

  const isDone = (item) => asked(item).every(([aspect, sentence]) => kept.judged[key(item, aspect, sentence)]);

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function choices(item, aspect, sentence) {
    const set = element("fieldset");
    set.append(element("legend", sentence ? `${words.sentence} ${sentence}: ${words[aspect]}` : words[aspect]));
    const name = key(item, aspect, sentence);
    for (const value of values[aspect]) {
      const label = element("label", undefined, "choice");
      const input = element("input");
      Object.assign(input, { type: "radio", name, value, checked: kept.judged[name] === value });
      input.addEventListener("change", () => {
        kept.judged[name] = value;
        remember();
        count();
      });
      label.append(input, words[value]);
      set.append(label);
    }
    return set;
  }

  function source(citation) {
    const quote = element("blockquote");
    const mark = element("mark", citation.quote);
    quote.append(citation.before, mark, citation.after);
    const cite = element("cite", `[${citation.n}] ${citation.title} · ${citation.locator ?? ""}`);
    quote.append(cite);
    const basis = citation.basis.filter(Boolean);
    if (basis.length) quote.append(element("cite", `${words.basis}: ${basis.join(", ")}`));
    return quote;
  }

  function sentenceOf(item, sentence, number) {
    const part = element("div", undefined, "judged");
    part.append(element("p", sentence.text, "said"));
    const cited = item.citations.filter((one) => sentence.citations.includes(one.n));
    if (cited.length) {
      const details = element("details");
      details.open = true;
      details.append(element("summary", words.sources), ...cited.map(source));
      part.append(details);
    } else {
      part.append(element("p", words.no_source, "note"));
    }
    part.append(choices(item, "supported", number));
    return part;
  }

  function count() {
    const done = items.filter(isDone).length;
    byId("progress").max = items.length;
    byId("progress").value = done;
    byId("counted").textContent = `${done} ${words.of} ${items.length} ${words.done}`;
  }

  function show(number, focus = true) {
    at = Math.max(0, Math.min(items.length - 1, number));
    const item = items[at];
    byId("where").textContent = `${words.answer} ${at + 1} ${words.of} ${items.length}`;
    const whole = element("div", undefined, "judged");
    whole.append(element("h3", words.whole), choices(item, "useful", null), choices(item, "plain", null));
    byId("item").replaceChildren(
      element("h3", words.question),
      element("p", item.questions.join("\n"), "asked"),
      ...item.sentences.map((sentence, place) => sentenceOf(item, sentence, place + 1)),
      whole,
    );
    byId("previous").disabled = at === 0;
    byId("next").disabled = at === items.length - 1;
    count();
    if (focus) byId("where").focus();
  }

  function rows() {
    const judge = kept.judge.trim();
    return items.flatMap((item) =>
      asked(item).flatMap(([aspect, sentence]) => {
        const value = kept.judged[key(item, aspect, sentence)];
        if (!value) return [];
        const row = { judge, run, case: item.case, aspect, value, digest: item.digest };
        return [sentence ? { ...row, sentence } : row];
      }),
    );
  }

  function save() {
    if (!kept.judge.trim()) {
      byId("told").textContent = words.name_needed;
      byId("judge").focus();
      return;
    }
    const text = rows().map((row) => `${JSON.stringify(row)}\n`).join("");
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/x-ndjson" }));
    link.download = `${run}-${kept.judge.trim()}.jsonl`.replace(/[^\p{L}\p{N}._-]+/gu, "-");
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async function open(file) {
    const known = new Map(items.map((item) => [`${item.case}|${item.digest}`, item]));
    let read = 0;
    let others = 0;
    let judge = "";
    const found = {};
    try {
      for (const line of (await file.text()).split("\n").filter((one) => one.trim())) {
        const row = JSON.parse(line);
        if (!values[row.aspect]?.includes(row.value)) throw new Error("unknown judgement");
        const item = known.get(`${row.case}|${row.digest}`);
        if (item) {
          found[key(item, row.aspect, row.sentence)] = row.value;
          judge = row.judge;
          read += 1;
        } else {
          others += 1;
        }
      }
      if (!read && !others) throw new Error("empty");
    } catch {
      byId("told").textContent = words.broken;
      return;
    }
    Object.assign(kept.judged, found);
    kept.judge = kept.judge || judge;
    byId("judge").value = kept.judge;
    remember();
    byId("told").textContent = `${words.opened}: ${read}.${others ? ` ${words.others}: ${others}.` : ""}`;
    show(at, false);
  }

  recall();
  byId("judge").value = kept.judge;
  byId("judge").addEventListener("input", (event) => {
    kept.judge = event.target.value;
    remember();
  });
  byId("save").addEventListener("click", save);
  byId("open").addEventListener("change", (event) => event.target.files[0] && open(event.target.files[0]));
  byId("previous").addEventListener("click", () => show(at - 1));
  byId("next").addEventListener("click", () => show(at + 1));
  byId("unfinished").addEventListener("click", () => {
    const order = items.map((_, number) => (at + 1 + number) % items.length);
    const next = order.find((number) => !isDone(items[number]));
    if (next === undefined) byId("told").textContent = words.all_done;
    else show(next);
  });
  show(0, false);
})();
