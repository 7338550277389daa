"""A line of points on a logarithmic time axis, as SVG that reads in light and dark."""

import math

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 320, 72, 40, 24, 48


def growth(title, unit, points):
    sizes = [size for size, _, _ in points]
    times = [seconds * 1e3 for _, seconds, _ in points]
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))
    high = max(high, low + 1)

    def x(size):
        return LEFT + (size - min(sizes)) / (max(sizes) - min(sizes)) * (WIDTH - LEFT - RIGHT)

    def y(time):
        return HEIGHT - BOTTOM - (math.log10(time) - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="title">',
        f'<title id="title">{title}</title>',
        "<style>text{font:13px system-ui,sans-serif;fill:#333}.grid{stroke:#8884}.line{fill:none;stroke:#2457a6;stroke-width:2}"
        "circle{fill:#2457a6}@media(prefers-color-scheme:dark){text{fill:#ddd}.line{stroke:#8ab4f8}circle{fill:#8ab4f8}}</style>",
        f'<text x="{LEFT}" y="22">{title}</text>',
    ]
    for power in range(low, high + 1):
        height = y(10.0**power)
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{height:.1f}" y2="{height:.1f}"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{height + 4:.1f}" text-anchor="end">{10.0**power:g} ms</text>')
    for size in sizes:
        parts.append(f'<text x="{x(size):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size}</text>')
    parts.append(f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 8}" text-anchor="end">{unit}</text>')
    line = " ".join(f"{x(size):.1f},{y(time):.1f}" for size, time in zip(sizes, times))
    parts.append(f'<polyline class="line" points="{line}"/>')
    parts += [f'<circle cx="{x(size):.1f}" cy="{y(time):.1f}" r="4"/>' for size, time in zip(sizes, times)]
    return "\n".join(parts) + "\n</svg>\n"
