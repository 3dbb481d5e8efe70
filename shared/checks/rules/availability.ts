import { numberOr } from '../../design/value.ts'
import type { Availability } from '../../estimate/estimate.ts'
import { awaitedCalls } from '../../findings/graph-reading.ts'
import { azure } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { figure } from '../../findings/wording.ts'
import { isWaived } from '../../requirements/waiver.ts'

const missedAvailability = defineRule({
  id: 'REL-06',
  lenses: ['check'],
  title: 'A promise of availability cannot be kept',
  severity: 'high',
  topic: 'reliability',
  why: 'All that must be up at once multiplies: a chain is down more often than its weakest part.',
  references: [...azure('RE:04')],
  *check(context) {
    const { graph, requirements } = context
    for (const result of requirements.filter((each) => each.verdict === 'fail')) {
      const requirement = graph.design.requirements?.find((each) => each.id === result.requirement)
      if (requirement === undefined || !isAboutAvailability(requirement.metric)) continue
      const worst = availabilityOf(context, requirement.on ?? [])?.downBy[0]
      const name = worst === undefined ? undefined : graph.component(worst.on)?.name
      yield {
        type: 'found',
        anchors: [requirement.id],
        elements: [...result.elements, ...(name === undefined || worst === undefined ? [] : [worst.on])],
        problem: `${requirement.name ?? 'A requirement'}: ${result.arithmetic}${
          name === undefined || worst === undefined
            ? ''
            : ` ${name} alone takes ${figure(worst.minutesPerMonth, 0)} minutes a month of it.`
        }`,
        fix:
          name === undefined
            ? 'Give what everything needs a second copy or a fallback, or agree another target.'
            : `Start with ${name}: a second copy or zone, a fallback, or an answer without it; or agree another target.`,
        severity: requirement.priority === 'must' ? 'high' : requirement.priority === 'should' ? 'medium' : 'low',
        facts: result.value === undefined ? {} : { value: String(-result.value) },
        // A single copy that takes most of it is the same cause.
        ...(worst === undefined ? {} : { cause: `availability ${worst.on}` }),
      }
    }
  },
})

function isAboutAvailability(metric: string): boolean {
  return metric === 'availability' || metric === 'downtime'
}

/** The availability that a requirement speaks of: of a named action, else of the main one. */
function availabilityOf({ estimate }: RuleContext, on: readonly string[]): Availability | undefined {
  const action =
    estimate.actions.find((each) => on.includes(each.action)) ??
    estimate.actions.find((each) => each.action === estimate.mainAction)
  return action?.availability
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
