import { jsonText, parseJson } from '../lead/json-text.ts';

/** What lasts until the tab closes. Where storage is denied it lasts until the page does. */
export interface TabStorage {
  /** What stands there, whoever wrote it: `null` for nothing, or nothing that can be read. */
  read(key: string): unknown;
  /**
   * @param value `undefined` for nothing: what stood there is forgotten
   * @param isKept `false` for what this page alone may know: it stays in memory, and nothing of it in storage
   */
  write(key: string, value: unknown, isKept?: boolean): void;
}

const place = /* @__PURE__ */ Symbol.for('unisono.memory');

/** What this page knows. Each script on it has modules of its own, so it lies where all of them find it. */
function pageMemory(): Map<string, string> {
  const page = globalThis as { [place]?: Map<string, string> };
  page[place] ??= new Map();
  return page[place];
}

/** `sessionStorage` as JSON under `unisono:`, with the page's memory behind it. Never throws. */
export function tabStorage(
  session: () => Storage = () => sessionStorage,
  memory: () => Map<string, string> = pageMemory,
): TabStorage {
  return {
    read(key) {
      const remembered = memory().get(key) ?? 'null';
      try {
        return parseJson(session().getItem(`unisono:${key}`) ?? remembered);
      } catch {
        return parseJson(remembered);
      }
    },
    write(key, value, isKept = true) {
      const text = jsonText(value);
      if (text === null) memory().delete(key);
      else memory().set(key, text);
      try {
        const storage = session();
        // First: what cannot be replaced must not be read again.
        storage.removeItem(`unisono:${key}`);
        if (!isKept || text === null) return;
        storage.setItem(`unisono:${key}`, text);
        // What a person clears with the site's data does not come back from here.
        memory().delete(key);
      } catch {
        // Denied or full: memory has it.
      }
    },
  };
}
