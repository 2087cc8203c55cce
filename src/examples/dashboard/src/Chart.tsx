/** What is beyond the first `complete` values is still being counted, and dashed. */
export type Line = { name: string; values: readonly (number | null)[]; complete: number };

const [width, height] = [600, 160];

/** Lines over equal steps of time. */
export function Chart({ title, lines }: { title: string; lines: Line[] }) {
  const most = Math.max(1, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const steps = Math.max(1, ...lines.map(({ values }) => values.length - 1));
  const points = (values: Line['values'], from: number, to: number) => values
    .map((value, index) => value === null || index < from || index > to ? '' : `${(index / steps) * width},${height - (value / most) * height}`)
    .join(' ');

  return (
    <figure>
      <svg viewBox={`-4 -4 ${width + 8} ${height + 8}`} role="img" aria-label={title}>
        {lines.map(({ name, values, complete }, index) => (
          <g key={name} className={`line-${index % 6}`}>
            <polyline points={points(values, 0, complete - 1)} />
            <polyline points={points(values, complete - 1, steps)} strokeDasharray="4 6" />
          </g>
        ))}
      </svg>
      <figcaption>
        {lines.map(({ name }, index) => <span key={name} className={`line-${index % 6}`}>{name}</span>)}
        <small>axis: 0 to {most.toLocaleString('en')}</small>
      </figcaption>
    </figure>
  );
}
