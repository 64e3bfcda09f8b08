import { type FunctionComponent, type HTMLAttributes, h } from 'preact';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';

type OrUndefined<T> = { [Name in keyof T]?: T[Name] | undefined };

/** What a component of ours takes: the element's options, its events, and what any element takes (`id`, `class`, `ref`). */
export type ElementProps<E extends HTMLElement, Config, Handlers> = OrUndefined<Config> &
  OrUndefined<Handlers> &
  Omit<HTMLAttributes<E>, keyof Config | keyof Handlers>;

/** What tells one of our elements from the other. */
interface Blueprint<Config, Handlers> {
  tag: string;
  /** The table of its options. */
  options: Record<keyof Config, unknown>;
  /** The event behind each handler. */
  events: Record<keyof Handlers, string>;
  /** Called before the first rendering in a browser. */
  register(): void;
}

type Configurable<Config> = HTMLElement & { config?: Config };

/**
 * A component that renders one of our elements. Options travel together, as the element's `config`: Preact writes a
 * property that is no longer given as `''`, which for a flag means true. They are handed over after each rendering,
 * since hydration sets no properties. On a server there is the bare tag, and nothing is registered.
 */
export function elementComponent<E extends HTMLElement, Config, Handlers>({
  tag,
  options,
  events,
  register,
}: Blueprint<Config, Handlers>): FunctionComponent<ElementProps<E, Config, Handlers>> {
  let isRegistered = false;

  const Component: FunctionComponent<ElementProps<E, Config, Handlers>> = ({ ref, ...props }) => {
    if (!isRegistered && globalThis.customElements) {
      isRegistered = true;
      register();
    }
    const config: Record<string, unknown> = {};
    const rest: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(props)) {
      if (Object.hasOwn(options, name)) config[name] = value;
      else if (Object.hasOwn(events, name)) rest[`on${events[name as keyof Handlers]}`] = value;
      else rest[name] = value;
    }

    const element = useRef<Configurable<Config>>(null);
    useLayoutEffect(() => {
      element.current!.config = config as Config;
    });
    const hold = useCallback(
      (here: E | null) => {
        element.current = here;
        if (typeof ref === 'function') return ref(here);
        if (ref) ref.current = here;
      },
      [ref],
    );
    return h(tag, { ...rest, ref: hold });
  };
  Component.displayName = tag;
  return Component;
}
