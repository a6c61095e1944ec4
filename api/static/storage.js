// Private windows may refuse storage; a choice then lasts as long as the page.
function tried(action) {
  try {
    return action(localStorage);
  } catch {
    return null;
  }
}

/** Something that only this browser remembers. */
export class Remembered {
  constructor(name) {
    this.name = `tienviitta.${name}`;
  }

  get() {
    return tried((store) => store.getItem(this.name));
  }

  /** Remembers a value; an empty one is forgotten. */
  set(value) {
    tried((store) => (value ? store.setItem(this.name, value) : store.removeItem(this.name)));
  }
}
