// Pictures: a few lines of SVG, legible on light and dark, without script or outside resource.
const grey = '#808080';
const colours = { gateway: '#e07a1f', bare: '#7f8fa6', 'graphql-dotnet': '#b8452f', apollo: '#4f6fd8', yoga: '#a04fc0', hive: '#2f9e6f' };
const others = ['#c0504d', '#8a7f2f', '#2f8f9e'];

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const round = (number) => Math.round(number * 10) / 10;
const text = (x, y, content, more = '') => `<text x="${round(x)}" y="${round(y)}" ${more}>${escape(content)}</text>`;

const document = (width, height, title, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="${grey}">
<title>${escape(title)}</title>
${text(16, 24, title, 'font-size="14" font-weight="600"')}
${parts.join('\n')}
</svg>
`;

/** 1, 10, …: as people write them. */
const short = (number) => (number >= 1e6 ? `${number / 1e6}M` : number >= 1e3 ? `${number / 1e3}k` : `${number}`);

/**
 * A line over two logarithmic axes; `line` holds { count, cpu, bare }: bare Kestrel's is the thin one. With `linear` there is a dashed curve for comparison: a fixed cost, and
 * the same for each of `count` more, through the first and the last.
 */
export function growthPicture(title, xLabel, line, linear = false) {
  const [width, height, left, right, top, bottom] = [560, 340, 72, 24, 48, 56];
  const decades = (values) => [Math.floor(Math.log10(Math.min(...values))), Math.max(Math.ceil(Math.log10(Math.max(...values))), Math.floor(Math.log10(Math.min(...values))) + 1)];
  const [x0, x1] = decades(line.map(({ count }) => count));
  const [y0, y1] = decades(line.flatMap(({ cpu, bare }) => [cpu, bare]));
  const x = (value) => left + ((Math.log10(value) - x0) / (x1 - x0)) * (width - left - right);
  const y = (value) => height - bottom - ((Math.log10(value) - y0) / (y1 - y0)) * (height - top - bottom);
  const parts = [];
  for (let exponent = x0; exponent <= x1; exponent++) {
    const at = x(10 ** exponent);
    parts.push(`<path d="M${round(at)} ${top}V${height - bottom}" stroke="${grey}" stroke-opacity=".25"/>`, text(at, height - bottom + 18, short(10 ** exponent), 'text-anchor="middle"'));
  }
  for (let exponent = y0; exponent <= y1; exponent++) {
    const at = y(10 ** exponent);
    parts.push(`<path d="M${left} ${round(at)}H${width - right}" stroke="${grey}" stroke-opacity=".25"/>`, text(left - 8, at + 4, short(10 ** exponent), 'text-anchor="end"'));
  }
  parts.push(text((left + width - right) / 2, height - 14, xLabel, 'text-anchor="middle"'));
  parts.push(text(0, 0, 'CPU a request, µs', `text-anchor="middle" transform="translate(20 ${(top + height - bottom) / 2}) rotate(-90)"`));
  if (linear) {
    const [first, last] = [line[0], line.at(-1)];
    const slope = (last.cpu - first.cpu) / (last.count - first.count);
    const places = Array.from({ length: 61 }, (_, i) => first.count * (last.count / first.count) ** (i / 60));
    const dashes = places.map((count) => `${round(x(count))},${round(y(first.cpu + slope * (count - first.count)))}`).join(' ');
    parts.push(`<polyline points="${dashes}" fill="none" stroke="${grey}" stroke-dasharray="4 4"/>`, text(width - right, top - 8, 'dashed: a fixed cost, and the same for each point', 'text-anchor="end" font-size="11"'));
  }
  parts.push(`<polyline points="${line.map(({ count, bare }) => `${round(x(count))},${round(y(bare))}`).join(' ')}" fill="none" stroke="${colours.bare}"/>`);
  parts.push(text(x(line[0].count) + 6, y(line[0].bare) + 16, 'bare Kestrel', 'font-size="11"'));
  parts.push(`<polyline points="${line.map(({ count, cpu }) => `${round(x(count))},${round(y(cpu))}`).join(' ')}" fill="none" stroke="${colours.gateway}" stroke-width="2"/>`);
  for (const { count, cpu } of line) {
    parts.push(`<circle cx="${round(x(count))}" cy="${round(y(cpu))}" r="3.5" fill="${colours.gateway}"/>`);
    parts.push(text(x(count), y(cpu) - 10, cpu >= 100 ? String(Math.round(cpu)) : cpu.toFixed(1), 'text-anchor="middle" font-size="11"'));
  }
  return document(width, height, title, parts);
}

/** Groups of bars; `groups` are { title, bars: [{ name, value }] }, values from 0 to 1. */
export function barPicture(title, groups) {
  const [width, left, bar, gap] = [640, 150, 16, 30];
  const parts = [];
  let y = 48;
  let extra = 0;
  const known = { ...colours };
  for (const group of groups) {
    parts.push(text(16, y + 4, group.title, 'font-weight="600"'));
    y += 14;
    for (const { name, value } of group.bars) {
      known[name] ??= others[extra++ % others.length];
      const length = Math.max(1, value * (width - left - 80));
      parts.push(text(left - 8, y + 12, name, 'text-anchor="end"'));
      parts.push(`<rect x="${left}" y="${y}" width="${round(length)}" height="${bar - 3}" rx="2" fill="${known[name]}"/>`);
      parts.push(text(left + length + 6, y + 11, value.toFixed(2)));
      y += bar + 2;
    }
    y += gap - 8;
  }
  return document(width, y, title, parts);
}
