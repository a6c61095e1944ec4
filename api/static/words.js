const VALUE = /\{(\w+)\}/g;
const DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;
const PROBLEM = "problem-";
const PARAMETER = "kieli";
const DEFAULT = "fi";

/** What the page says in one language; the same as api/wording.py, and a test holds the two together. */
export class Words {
  /** @param {{language: string, many: number, said: Record<string, string>, placeQuestions: string[]}} data */
  constructor({ language, many, said, placeQuestions }) {
    this.language = language;
    this.many = many;
    this.said = said;
    this.placeQuestions = placeQuestions;
  }

  /** The language to ask an answer in: chosen with the page's, else the question's own. */
  get answerLanguage() {
    return this.language === DEFAULT ? null : this.language;
  }

  /** The language of the sources, when it isn't the page's. */
  get sourceLanguage() {
    return this.language === DEFAULT ? null : DEFAULT;
  }

  say(name, values = {}) {
    return this.said[name].replace(VALUE, (whole, key) => values[key] ?? whole);
  }

  label(group, code, other = code) {
    return this.said[`${group}-${code}`] ?? other;
  }

  problem(status) {
    return this.said[PROBLEM + status] ?? this.said[`${PROBLEM}500`];
  }

  /** An ISO date as it's written in Finland; what isn't one is returned as it is. */
  date(value) {
    const match = DATE.exec(value ?? "");
    if (!match || Number(match[2]) < 1 || Number(match[2]) > 12) return value ?? "";
    if (match[3] === undefined) return `${this.said[`month-${Number(match[2])}`]} ${match[1]}`;
    return `${Number(match[3])}.${Number(match[2])}.${match[1]}`;
  }

  period(start, end) {
    if (!start && !end) return "";
    const told = { start: this.date(start), end: this.date(end) };
    if (!end) return this.say("period-from", told);
    return this.say(start ? "period-both" : "period-until", told);
  }

  where(municipalities, area) {
    const listed = municipalities.join(", ");
    const isShort = municipalities.length > 0 && municipalities.length < this.many;
    return isShort ? listed : this.label("area", area, listed);
  }

  /** An address of this site in the page's language. */
  link(path) {
    if (this.language === DEFAULT) return path;
    return `${path}${path.includes("?") ? "&" : "?"}${PARAMETER}=${this.language}`;
  }

  sourceLink(id, start, end) {
    const path = `/lahteet/${id.split("/").map(encodeURIComponent).join("/")}`;
    if (start == null || end == null) return this.link(path);
    return `${this.link(`${path}?start=${start}&end=${end}`)}#kohta`;
  }
}
