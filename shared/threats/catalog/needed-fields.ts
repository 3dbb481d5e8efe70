import { answersFrom } from '../../findings/lineage-reading.ts'
import { gdpr, linddun, llm } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { isPersonal } from '../../findings/sensitivity.ts'
import { askSetting, hasField, standSetting } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'

const wholeRecord = defineRule({
  id: 'PRV-13',
  lenses: ['threat', 'check'],
  title: 'A model reads the whole record for one field',
  severity: 'low',
  topic: 'privacy',
  stride: 'I',
  linddun: ['Dd'],
  why: 'What stands in a prompt can come out in the answer, in a log or in the hands of whoever steers the model. The date of birth that nobody asked for cannot, when it was never sent.',
  references: [...llm('LLM02'), ...gdpr('Art. 5(1)(c)'), ...linddun('Dd')],
  falsePositive: 'The task is to read the record, as in a summary of it.',
  verify:
    'Look at one answer of the tool in the trace and strike out what the task did not need: nothing may be left to strike.',
  closedBy: ['send-needed-fields'],
  looksAt: ({ graph }) => graph.with('runs-actions').map(({ id }) => id),
  *check(context) {
    const { graph } = context
    for (const tool of graph.with('runs-actions')) {
      const answers = answersFrom(context, tool.id).filter(
        ({ to }) => graph.has(to, 'plans-actions') || graph.has(to, 'generates-text'),
      )
      const held = tool.holds ?? []
      const records = [...new Set(answers.flatMap(({ carried }) => carried.map(({ asset }) => asset)))].filter(
        (asset) =>
          isPersonal(graph, asset) === true && (held.includes(asset) || graph.asset(asset)?.type === 'records'),
      )
      if (records.length === 0 || !hasField(context, tool, 'returnsNeededOnly')) continue
      const standing = standSetting(context, 'privacy', tool, 'returnsNeededOnly')
      if (standing === 'unknown') yield askSetting(context, tool, 'returnsNeededOnly')
      if (standing !== 'bad') continue
      const readers = [...new Set(answers.map(({ to }) => to))].toSorted()
      yield {
        type: 'found',
        anchors: [tool.id],
        elements: [...readers, ...answers.map(({ flow }) => flow)],
        problem: `${tool.name} gives ${listNames(graph, readers)} the whole of ${listNames(graph, records.toSorted())}.`,
        fix: `Let ${tool.name} return the fields that a task names, and drop the rest before the answer leaves it.`,
        remedy: {
          control: 'send-needed-fields',
          title: `${tool.name} returns named fields`,
          at: tool.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan to return needed fields only',
          patch: { components: { [tool.id]: { settings: { returnsNeededOnly: true } } } },
        },
      }
    }
  },
})

export const neededFields: readonly Rule[] = [wholeRecord]
