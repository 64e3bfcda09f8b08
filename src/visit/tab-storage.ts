import { jsonText, parseJson } from '../lead/json-text.ts';

/** What lasts until the tab closes. Where storage is denied it lasts until the page does. */
export interface TabStorage {
  /** What stands there, whoever wrote it: `null` for nothing, or nothing that can be read. */
  read(key: string): unknown;
  write(key: string, value: unknown): void;
}

/** `sessionStorage` as JSON under `unisono:`, with memory behind it. Never throws. */
export function tabStorage(session: () => Storage = () => sessionStorage): TabStorage {
  const memory = new Map<string, string>();
  return {
    read(key) {
      try {
        return parseJson(session().getItem(`unisono:${key}`) ?? memory.get(key) ?? 'null');
      } catch {
        return parseJson(memory.get(key) ?? 'null');
      }
    },
    write(key, value) {
      const text = jsonText(value) ?? 'null';
      memory.set(key, text);
      try {
        const storage = session();
        // First: what cannot be replaced must not be read again.
        storage.removeItem(`unisono:${key}`);
        storage.setItem(`unisono:${key}`, text);
      } catch {
        // Denied or full: memory has it.
      }
    },
  };
}
