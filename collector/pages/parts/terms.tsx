import type { ComponentChildren, JSX } from 'preact';

/** Labels with what belongs to them. What is missing is left out, label and all. */
export function Terms({
  of,
  className = '',
}: {
  of: [string, ComponentChildren][];
  className?: string;
}): JSX.Element | null {
  const given = of.filter(
    ([, value]) => value !== undefined && value !== null && value !== false && value !== '',
  );
  if (given.length === 0) return null;
  return (
    <dl class={`terms ${className}`}>
      {given.map(([label, value], at) => (
        <div key={`${at} ${label}`}>
          <dt>{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
