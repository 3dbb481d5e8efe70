import type { InputNode } from '../kinds/formula.ts'
import type { AssumedInput } from './estimate.ts'
import type { PricedCall } from './cost-lines.ts'
import type { Clock } from './latency/clock.ts'
import { makeupOf } from './latency/clock-makeup.ts'

/** Collects the numbers that the estimate uses although nobody stated them: one line for each field. */
export interface AssumedInputs {
  note(node: InputNode): void
  list(lines: readonly PricedCall[], totalUsd: number, main: Clock | undefined): readonly AssumedInput[]
}

export function collectAssumed(): AssumedInputs {
  const found = new Map<string, InputNode>()
  return {
    note: (node) => {
      const { from, on, field } = node.provenance
      if (from === 'default' && on !== undefined && field !== undefined) found.set(`${on}|${field}`, node)
    },
    list: (lines, totalUsd, main) => {
      const money = influenceOnCost(lines, totalUsd)
      const time = influenceOnTime(main)
      const influence = (key: string): number => Math.max(money.get(key) ?? 0, time.get(key) ?? 0)
      return [...found]
        .flatMap(([key, node]) => {
          const { on, field } = node.provenance
          return on === undefined || field === undefined ? [] : [{ key, on, field, node, weight: influence(key) }]
        })
        .toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
        .map(({ on, field, node }) => ({
          on,
          field,
          label: node.label,
          value: node.value,
          ...(node.low === undefined ? {} : { low: node.low }),
          ...(node.high === undefined ? {} : { high: node.high }),
          unit: node.unit,
          provenance: node.provenance,
        }))
    },
  }
}

/** How far a field alone can move the monthly total, relative to it. */
function influenceOnCost(lines: readonly PricedCall[], totalUsd: number): ReadonlyMap<string, number> {
  const influence = new Map<string, number>()
  if (totalUsd <= 0) return influence
  for (const { line, swings } of lines) {
    if (line.recurrence !== 'month') continue
    for (const { below, above, node } of swings.values()) {
      const key = `${node.provenance.on}|${node.provenance.field}`
      influence.set(key, (influence.get(key) ?? 0) + Math.max(-below, above) / totalUsd)
    }
  }
  return influence
}

/** How far a field alone can move the main action's mean, relative to it. */
function influenceOnTime(main: Clock | undefined): ReadonlyMap<string, number> {
  const influence = new Map<string, number>()
  if (!main || main.time.meanMs <= 0) return influence
  for (const { below, above, node } of makeupOf(main).swings.values()) {
    const key = `${node.provenance.on}|${node.provenance.field}`
    influence.set(key, (influence.get(key) ?? 0) + Math.max(-below, above) / main.time.meanMs)
  }
  return influence
}
