import { azure } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { figure } from '../../findings/wording.ts'

const littleRoom = defineRule({
  id: 'REL-16',
  lenses: ['check'],
  title: 'Little room above the peak',
  severity: 'low',
  topic: 'reliability',
  why: 'A peak is an estimate. A good day of the business or a slow dependency uses up half as much again.',
  references: [...azure('RE:04')],
  thresholds: { factor: 1.5, utilisation: 0.8 },
  falsePositive: 'The peak is agreed and held by a limit at the entrance: then accept it.',
  *check({ graph, estimate, thresholds }) {
    const { saturatesFirst, sustainedFactor, components } = estimate.capacity
    if (saturatesFirst === undefined || sustainedFactor === undefined) return
    if (sustainedFactor >= (thresholds['factor'] ?? 1.5)) return
    const first = components.find((each) => each.component === saturatesFirst)
    // What is nearly full already is found where it is: one cause is one line.
    if (first === undefined || first.utilisation > (thresholds['utilisation'] ?? 0.8)) return
    const name = graph.name(saturatesFirst)
    yield {
      type: 'found',
      anchors: [saturatesFirst],
      problem: `${name} is full at ${figure(sustainedFactor, 2)} times the peak, before anything else.`,
      fix: graph.has(saturatesFirst, 'person')
        ? `Plan more people for ${name}, or send fewer cases there.`
        : `Raise the capacity or quota of ${name}, let it scale with the load, or put a queue in front of it.`,
      facts: { factor: figure(sustainedFactor, 2) },
    }
  },
})

const doesNotFit = defineRule({
  id: 'REL-17',
  lenses: ['check'],
  title: 'A model does not fit its GPUs',
  severity: 'high',
  topic: 'reliability',
  why: 'The weights and one call must be in memory together; otherwise the server does not start.',
  references: [...azure('PE:01')],
  *check({ graph, estimate }) {
    for (const { component, fits, model, weightsGigabytes, memoryGigabytes } of estimate.serving) {
      if (fits) continue
      const weights = `The weights of ${model} take ${figure(weightsGigabytes, 1)} GB`
      const memory = `${figure(memoryGigabytes, 0)} GB`
      yield {
        type: 'found',
        anchors: [component],
        problem:
          weightsGigabytes > memoryGigabytes
            ? `${weights}; the GPUs of ${graph.name(component)} have ${memory}.`
            : `${weights} of the ${memory} that the GPUs of ${graph.name(component)} have: one call does not fit beside them.`,
        fix: `Give ${graph.name(component)} more or larger GPUs, a lower precision, or a smaller model.`,
      }
    }
  },
})

/** What the drawn machines and people can take. */
export const capacity: readonly Rule[] = [littleRoom, doesNotFit]
