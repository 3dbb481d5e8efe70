const length = 9
const halfWidth = 4.2

/** The triangle at the end of a line: its tip and the two ends of its base; nothing where the line has no direction. */
export function arrowHead(points: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tip = points.at(-1)
  const before = points
    .toReversed()
    .find((point) => tip !== undefined && Math.hypot(tip[0] - point[0], tip[1] - point[1]) > 0.01)
  if (tip === undefined || before === undefined) return []
  const distance = Math.hypot(tip[0] - before[0], tip[1] - before[1])
  const [dx, dy] = [(tip[0] - before[0]) / distance, (tip[1] - before[1]) / distance]
  const round = (value: number): number => Math.round(value * 100) / 100
  const base = [tip[0] - dx * length, tip[1] - dy * length] as const
  return [
    tip,
    [round(base[0] - dy * halfWidth), round(base[1] + dx * halfWidth)],
    [round(base[0] + dy * halfWidth), round(base[1] - dx * halfWidth)],
  ]
}
