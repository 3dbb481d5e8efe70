import { numberOr } from '../../design/value.ts'
import { awaitedCalls } from '../../findings/graph-reading.ts'
import { azure } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { figure } from '../../findings/wording.ts'
import { isWaived } from '../../requirements/waiver.ts'
import { isMissed, requirementsThat, severityByPriority } from '../requirement-results.ts'

const missedAvailability = defineRule({
  id: 'REL-06',
  lenses: ['check'],
  title: 'A promise of availability cannot be kept',
  severity: 'high',
  topic: 'reliability',
  why: 'All that must be up at once multiplies: a chain is down more often than its weakest part.',
  references: [...azure('RE:04')],
  *check(context) {
    const { graph } = context
    for (const { requirement, result, action } of requirementsThat(context, isMissed, isAboutAvailability)) {
      const [worst] = action?.availability?.downBy ?? []
      // What takes most may be a provider with a region, which is no box.
      const part = graph.component(worst?.on ?? '')
      const minutes = `${figure(worst?.minutesPerMonth ?? 0, 0)} minutes a month`
      yield {
        type: 'found',
        anchors: [requirement.id],
        elements: [...result.elements, ...(part === undefined ? [] : [part.id])],
        problem: `${requirement.name ?? 'A requirement'}: ${result.arithmetic}${part === undefined ? '' : ` ${part.name} alone takes ${minutes} of it.`}`,
        fix:
          part === undefined
            ? 'Give what everything needs a second copy or a fallback, or agree another target.'
            : `Start with ${part.name}: a second copy or zone, a fallback, or an answer without it; or agree another target.`,
        severity: severityByPriority[requirement.priority],
        facts:
          result.value === undefined ? {} : { value: String(requirement.is === '>=' ? -result.value : result.value) },
        // A single copy that takes most of it is the same cause.
        ...(worst === undefined ? {} : { cause: `availability ${worst.on}` }),
      }
    }
  },
})

function isAboutAvailability(metric: string): boolean {
  return metric === 'availability' || metric === 'downtime'
}

const singleInstance = defineRule({
  id: 'REL-07',
  lenses: ['check'],
  title: 'One machine carries a promise of availability',
  severity: 'medium',
  topic: 'reliability',
  why: 'One machine restarts, one zone fails. A promise of three nines leaves 43 minutes a month for all of it.',
  references: [...azure('RE:04', 'RE:05')],
  *check(context) {
    const { graph } = context
    const promise = (graph.design.requirements ?? []).find(
      (each) =>
        each.metric.startsWith('availability') &&
        numberOr(each.target, 0) >= 0.999 &&
        !isWaived(context.requirements, each.id),
    )
    if (promise === undefined) return
    const called = new Set(awaitedCalls(graph).map((call) => call.callee))
    for (const component of graph.components) {
      if (!called.has(component.id)) continue
      const few = (['replicas', 'zones'] as const).filter((field) => numberOr(graph.stated(component, field), 2) < 2)
      const [short] = few
      if (short === undefined) continue
      yield {
        type: 'found',
        anchors: [component.id],
        elements: [promise.id],
        problem: `${component.name} runs in one ${short === 'zones' ? 'zone' : 'copy'}, while ${promise.name ?? 'a requirement'} asks for ${figure(numberOr(promise.target, 0) * 100, 3)} %.`,
        fix: `Run at least two ${short} of ${component.name}, or lower the target.`,
        cause: `availability ${component.id}`,
        quickFix: {
          label: `Plan two ${few.join(' and ')}`,
          patch: { components: { [component.id]: { settings: Object.fromEntries(few.map((field) => [field, 2])) } } },
        },
      }
    }
  },
})

/** Promises of availability. */
export const availability: readonly Rule[] = [missedAvailability, singleInstance]
