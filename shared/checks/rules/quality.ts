import type { Component } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { figure } from '../../findings/wording.ts'
import { iso42001 } from '../../findings/refer.ts'

const embeddingMismatch = defineRule({
  id: 'DAT-06',
  lenses: ['check'],
  title: 'Questions and documents are embedded differently',
  severity: 'high',
  topic: 'retrieval',
  why: 'Vectors of two models live in two spaces: the search returns noise that looks like results.',
  references: [...iso42001('A.7.4')],
  falsePositive: 'The two are the same model under two names.',
  *check({ graph, lineage }) {
    for (const index of graph.with('answers-search')) {
      const writers = callersOf('write')
      const readers = callersOf('read')
      for (const written of embeddersOf(writers)) {
        for (const asked of embeddersOf(readers)) {
          const [a, b] = [spaceOf(written), spaceOf(asked)]
          if (
            a.product === undefined ||
            b.product === undefined ||
            (a.product === b.product && a.dimensions === b.dimensions)
          )
            continue
          yield {
            type: 'found',
            anchors: [index.id],
            elements: [written.id, asked.id],
            problem: `${index.name} is filled with ${written.name} (${a.words}) and asked with ${asked.name} (${b.words}).`,
            fix: `Use one embedding model for both ways, and fill ${index.name} again after a change.`,
          }
          return
        }
      }

      function callersOf(access: 'read' | 'write'): readonly string[] {
        return [
          ...new Set(
            lineage
              .into(index.id)
              .filter((call) => call.does.includes(access))
              .map((call) => call.caller),
          ),
        ]
      }
      function embeddersOf(callers: readonly string[]): readonly Component[] {
        const called = lineage.calls
          .filter((call) => callers.includes(call.caller))
          .flatMap((call) => graph.component(call.callee) ?? [])
        return [...new Set(called)].filter((component) => graph.has(component, 'embeds'))
      }
    }

    function spaceOf(embedder: Component): {
      product: string | undefined
      dimensions: number | undefined
      words: string
    } {
      const product = known(embedder.product)
      const dimensions = graph.settings(embedder).number('dimensions')
      return {
        product,
        dimensions,
        words: `${product ?? 'unknown'}${dimensions === undefined ? '' : `, ${figure(dimensions, 0)} dimensions`}`,
      }
    }
  },
})

export const quality: readonly Rule[] = [embeddingMismatch]
