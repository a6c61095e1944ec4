// The same cutting as in api/answer_view.py; a test holds the two together.
const MARKER = String.raw`\[(?<n>\d{1,3})\]`;
const URL_FORM = String.raw`(?<url>https?:\/\/[^\s\u00a0<>"\[\]]*[^\s\u00a0<>"\[\].,;:!?)])`;
const EMAIL = String.raw`(?<email>[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+)`;
const PHONE =
  String.raw`(?<phone>(?<![\w.,\/+\-])(?:112|116[ ]?\d{3}|(?:\+358[ ]?|0)\d{1,4}(?:[ \-]?\d{2,4}){1,4})` +
  String.raw`(?![\w\-]*\d))`;
const RUN = new RegExp([MARKER, URL_FORM, EMAIL, PHONE].join("|"), "g");
const ITEM = /^(?:[-•*]|\d{1,2}[.)])\s+/;
const SHORTEST_NUMBER = 7;

export function phoneHref(number) {
  return "tel:" + number.replace(/[ -]/g, "");
}

function runOf(match, numbers) {
  const text = match[0];
  const { n, url, email } = match.groups;
  if (n !== undefined) return numbers.includes(Number(n)) ? { text, n: Number(n) } : null;
  if (url !== undefined) return { text, href: text };
  if (email !== undefined) return { text, href: `mailto:${text}` };
  const isNumber = !text.startsWith("0") || text.replace(/\D/g, "").length >= SHORTEST_NUMBER;
  return isNumber ? { text, href: phoneHref(text) } : null;
}

/** Cuts a text into plain stretches, markers of known citations, and links. */
export function runs(text, numbers = []) {
  const found = [];
  let plain = 0;
  for (const match of text.matchAll(RUN)) {
    const run = runOf(match, numbers);
    if (run === null) continue;
    if (match.index > plain) found.push({ text: text.slice(plain, match.index) });
    found.push(run);
    plain = match.index + match[0].length;
  }
  if (plain < text.length) found.push({ text: text.slice(plain) });
  return found;
}

const QUOTED = /([“”«][^“”«»]+[”»])/;
const DESCRIBED_IN = "fi";

function flat(quote) {
  return quote.replace(/^[ \t]*-[ \t]+/gm, "").replaceAll("**", "").split(/\s+/).join(" ").trim();
}

function languageOf(piece, foreign) {
  const bare = piece.replace(/^[ \n“”«»]+|[ \n“”«»]+$/g, "");
  return /\p{L}/u.test(bare) ? foreign.find(({ text }) => text.includes(bare))?.language : undefined;
}

/** Marks what an answer in one language repeats from sources in another, for screen readers. */
export function withLanguages(found, answer) {
  const foreign = [
    ...answer.citations.map((c) => ({ text: flat(c.quote), language: c.language ?? DESCRIBED_IN })),
    ...answer.services.map((card) => ({
      text: `${card.name}: ${card.description}`,
      language: DESCRIBED_IN,
    })),
  ].filter(({ language }) => language !== answer.language);
  return found.flatMap((run) => {
    if (run.n !== undefined || run.href || !foreign.length) return [run];
    const pieces = run.text.split(QUOTED).filter(Boolean);
    return pieces.map((text) => ({ text, lang: languageOf(text, foreign) }));
  });
}

/** Cuts an answer's text into paragraphs and lists; an indented line goes on with its item. */
export function blocks(text, numbers = []) {
  const found = [];
  let items = [];
  const close = () => {
    if (items.length) found.push({ isList: true, items });
    items = [];
  };
  for (const line of text.split("\n")) {
    const stripped = line.trim();
    const bullet = ITEM.exec(stripped);
    if (bullet) {
      items.push(runs(stripped.slice(bullet[0].length), numbers));
      continue;
    }
    if (items.length && stripped && line.startsWith("  ")) {
      items.at(-1).push({ text: " " }, ...runs(stripped, numbers));
      continue;
    }
    close();
    if (stripped) found.push({ isList: false, items: [runs(stripped, numbers)] });
  }
  close();
  return found;
}

/** Cuts a description after its first sentence or two, into what is shown and what unfolds. */
export function lead(text) {
  const match = /^(.{80,}?[.!?])\s+(\S.*)$/s.exec(text);
  return match ? [match[1], match[2]] : [text, ""];
}

export function phones(text) {
  const found = runs(text).filter((run) => run.href && run.href.startsWith("tel:"));
  return [...new Map(found.map((run) => [run.href, run])).values()];
}

export function safeUrl(url) {
  return /^https?:\/\//i.test(url ?? "") ? url : null;
}

const ENDING_DAYS = 60;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Today's date in Helsinki, as ISO writes it. */
export function today() {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Helsinki" }).format(new Date());
}

/** The state that a card shows: its status, or "ending" when its last day is near. */
export function badge(status, validTo, day) {
  const days = validTo ? (Date.parse(validTo) - Date.parse(day)) / DAY_MS : -1;
  return status === "active" && days >= 0 && days <= ENDING_DAYS ? "ending" : status;
}

/** A link's address as people read it: no scheme, and only the site when it's long. */
export function urlLabel(url) {
  const bare = url.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
  return bare.length <= 40 ? bare : `${bare.split("/")[0]}/…`;
}
