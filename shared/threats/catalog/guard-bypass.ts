import type { Id } from '../../design/design.ts'
import { firstOfEach } from '../../design/group-by.ts'
import { isUntrusted } from '../../findings/influence.ts'
import { asi, cwe, llm } from '../../findings/refer.ts'
import { defineRule } from '../../findings/rule.ts'
import type { CarriedCall } from '../../graph/lineage.ts'

export const guardBypass = defineRule({
  id: 'P-08',
  lenses: ['threat'],
  title: 'A way around the guard',
  severity: 'medium',
  topic: 'agents',
  stride: 'E',
  why: 'A gate counts only where every way passes it. Somebody who wants past it takes the other way.',
  references: [...llm('LLM01'), ...asi('ASI09'), ...cwe('CWE-693')],
  falsePositive: 'The other way carries nothing that the gate would stop: then name the data on its arrow.',
  verify: 'Send what the gate refuses by the other way: it has to be refused there too.',
  closedBy: ['policy-gate'],
  softenedBy: [{ control: 'anomaly-watch', why: 'It sees the other way used, and does not close it.' }],
  *check({ graph, lineage }) {
    const sinks = graph.components.filter(
      (component) => graph.has(component, 'generates-text') || graph.has(component, 'runs-actions'),
    )
    for (const sink of sinks) {
      const calls = lineage.into(sink.id)
      const bypassed = calls.flatMap((guarded) =>
        guarded.carried.flatMap((carried) => {
          const [gate] = carried.marks.filter(({ certain }) => certain)
          const origins = carried.origins.filter((origin) => isUntrusted(lineage.origins[origin]))
          const others = calls.filter(({ flow }) => flow !== guarded.flow)
          const [bypass] = others.flatMap((other) => unseenIn(other, origins))
          return gate === undefined || bypass === undefined ? [] : [{ gate: gate.gate, guarded, bypass }]
        }),
      )
      for (const { gate, guarded, bypass } of firstOfEach(bypassed, (each) => each.gate)) {
        const [by, way] = [graph.name(bypass.call.flow), graph.name(guarded.flow)]
        yield {
          type: 'found',
          anchors: [gate, sink.id],
          path: lineage.pathTo(bypass.call, bypass.origin),
          elements: [guarded.flow, bypass.call.flow],
          problem: `${graph.name(gate)} judges ${lineage.origins[bypass.origin]?.name ?? 'it'} before ${way}, but ${by === way ? `a second arrow, ${by},` : by} brings the same to ${sink.name} unseen.`,
          fix: `Call ${graph.name(gate)} before ${by === way ? 'the second one' : by} too, or move it to a place that every way to ${sink.name} passes.`,
          remedy: {
            control: 'policy-gate',
            title: `${graph.name(gate)} on this way too`,
            at: bypass.call.flow,
            strength: 'deterministic',
          },
        }
      }
    }
  },
})

/** What a call carries of these origins that no gate has seen. */
function unseenIn(call: CarriedCall, origins: readonly Id[]): readonly { call: CarriedCall; origin: Id }[] {
  const unseen = call.carried.filter(({ marks }) => marks.length === 0)
  return unseen.flatMap((each) => {
    const origin = each.origins.find((id) => origins.includes(id))
    return origin === undefined ? [] : [{ call, origin }]
  })
}
