import { useEffect, useState } from 'preact/hooks';

type DetailOf<E> = E extends CustomEvent<infer Detail> ? Detail : never;

/** What the latest event of a type said, from wherever on the page; `null` before the first. */
export function useLatest<Type extends keyof HTMLElementEventMap>(
  type: Type,
): DetailOf<HTMLElementEventMap[Type]> | null {
  const [latest, setLatest] = useState<DetailOf<HTMLElementEventMap[Type]> | null>(null);
  useEffect(() => {
    const hear = (event: Event) => setLatest((event as CustomEvent).detail);
    document.addEventListener(type, hear);
    return () => document.removeEventListener(type, hear);
  }, [type]);
  return latest;
}
