import { isUntrusted } from '../../findings/influence.ts'
import { asi, cwe, llm } from '../../findings/refer.ts'
import { defineRule } from '../../findings/rule.ts'

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
      const seen = new Set<string>()
      for (const guarded of lineage.into(sink.id)) {
        for (const carried of guarded.carried) {
          const gates = carried.marks.filter((mark) => mark.certain && mark.gate !== sink.id)
          const origins = carried.origins.filter((origin) => isUntrusted(lineage.origins[origin]))
          const bypass = lineage.into(sink.id).flatMap((other) =>
            other.flow === guarded.flow
              ? []
              : other.carried
                  .filter((each) => each.marks.length === 0 && each.origins.some((origin) => origins.includes(origin)))
                  .map((each) => ({
                    call: other,
                    origin: each.origins.find((origin) => origins.includes(origin)) ?? '',
                  })),
          )[0]
          const [gate] = gates
          if (gate === undefined || bypass === undefined || seen.has(gate.gate)) continue
          seen.add(gate.gate)
          const path = lineage.pathTo(bypass.call, bypass.origin)
          const by = graph.name(bypass.call.flow)
          yield {
            type: 'found',
            anchors: [gate.gate, sink.id],
            path,
            elements: [guarded.flow, bypass.call.flow],
            problem: `${graph.name(gate.gate)} judges ${lineage.origins[bypass.origin]?.name ?? 'it'} before ${graph.name(guarded.flow)}, but ${by} brings the same to ${sink.name} unseen.`,
            fix: `Call ${graph.name(gate.gate)} before ${by} too, or move it to a place that every way to ${sink.name} passes.`,
            remedy: {
              control: 'policy-gate',
              title: `${graph.name(gate.gate)} on this way too`,
              at: bypass.call.flow,
              strength: 'deterministic',
            },
          }
        }
      }
    }
  },
})
