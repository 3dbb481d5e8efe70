import { groupBy } from '../../design/group-by.ts'
import { known } from '../../design/value.ts'
import { hasMissing, inputsOf } from '../../kinds/formula/formula.ts'
import { azure, iso42001 } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { count, listWords } from '../../findings/wording.ts'

const outOfService = defineRule({
  id: 'OPS-11',
  lenses: ['check'],
  title: 'A model is out of service',
  severity: 'high',
  topic: 'supply-chain',
  why: 'From the day on which a vendor retires a model its calls fail.',
  references: [...azure('OE:11'), ...iso42001('A.6.2.6')],
  falsePositive: 'The vendor has agreed a later date with you: then accept it with the agreement.',
  *check({ graph, estimate, today }) {
    for (const { component, title, on } of estimate.retired) {
      if (on > today) continue
      const name = graph.name(component)
      yield {
        type: 'found',
        anchors: [component],
        problem: `${title} was retired on ${on}: choose a successor for ${name}.`,
        fix: `Choose another product for ${name}, and evaluate it with the same questions before it goes live.`,
        facts: { retiredOn: on },
      }
    }
  },
})

const soonOutOfService = defineRule({
  id: 'OPS-12',
  lenses: ['check'],
  title: 'A model goes out of service soon',
  severity: 'medium',
  topic: 'supply-chain',
  why: 'A successor answers differently: to choose, evaluate and release one takes weeks, and the day does not wait.',
  references: [...azure('OE:11'), ...iso42001('A.6.2.6')],
  thresholds: { noticeDays: 180 },
  falsePositive: 'The successor is chosen and only waits for its release: then accept it with the date.',
  *check({ graph, estimate, today, thresholds }) {
    for (const { component, title, on } of estimate.retired) {
      const days = Math.round((Date.parse(on) - Date.parse(today)) / 86_400_000)
      if (days <= 0 || days > (thresholds['noticeDays'] ?? 0)) continue
      const name = graph.name(component)
      yield {
        type: 'found',
        anchors: [component],
        problem: `${title} goes out of service on ${on}, in ${count(days, 'day')}: plan a successor for ${name}.`,
        fix: `Choose another product for ${name} as an option, compare the two, and write the decision down.`,
        facts: { retiredOn: on },
      }
    }
  },
})

const unpriced = defineRule({
  id: 'CST-10',
  lenses: ['check'],
  title: 'A product has no price',
  severity: 'low',
  topic: 'cost',
  why: 'A total that leaves something out reads "at least": it can break a budget and never proves that one holds.',
  references: [...azure('CO:02')],
  *check({ graph, estimate }) {
    const unknown = estimate.lines.filter(({ formula }) => hasMissing(formula))
    const lackingAt = groupBy(unknown, ({ component }) => component)
    for (const { id, product } of graph.components) {
      const lacking = lackingAt.get(id)
      if (known(product) === undefined || lacking === undefined) continue
      const prices = lacking.flatMap((line) => inputsOf(line.formula).filter((node) => node.missing === true))
      const labels = [...new Set(prices.map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1)))]
      yield {
        type: 'found',
        anchors: [id],
        problem: `The totals leave out ${graph.name(id)}: nobody has said the ${listWords(labels)}.`,
        fix: `State it for this design in the price book, or in the settings of ${graph.name(id)}.`,
      }
    }
  },
})

/** Models and other products: what their vendors do with them and ask for them. */
export const models: readonly Rule[] = [outOfService, soonOutOfService, unpriced]
