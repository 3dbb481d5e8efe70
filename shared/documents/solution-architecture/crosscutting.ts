import type { Trait } from '../../kinds/kind.ts'
import { facts, heading, list, strong } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { listWords } from '../text/numbers.ts'
import { crossingBlocks } from '../threat-model/crossings.ts'
import { actorBlocks, assetBlocks } from '../threat-model/scope.ts'
import { splitWords } from '../../design/wording.ts'
import { controls } from '../../threats/controls.ts'
import type { Chapter } from './chapter.ts'

/** A concern of the whole and the traits of what serves it. */
const concerns: readonly { readonly title: string; readonly traits: readonly Trait[] }[] = [
  { title: 'Checks and gates', traits: ['gates'] },
  { title: 'Who somebody is', traits: ['authenticates'] },
  { title: 'Secrets', traits: ['keeps-secrets'] },
  { title: 'What is recorded', traits: ['observes'] },
  { title: 'Caches', traits: ['caches'] },
  { title: 'Memory of conversations', traits: ['memory'] },
  { title: 'Measured quality', traits: ['evaluates'] },
  { title: 'Release', traits: ['releases', 'versions-prompts', 'versions-models', 'splits-traffic'] },
]

/** What runs through all parts: data, identities, crossings, and who serves the common concerns. */
export function crosscutting(context: DocumentContext): Chapter | undefined {
  const { design, graph } = context
  const served = concerns.flatMap(({ title, traits }) => {
    const parts = (design.components ?? []).filter(({ id }) => traits.some((trait) => graph.has(id, trait)))
    return parts.length === 0 ? [] : [{ title, parts }]
  })
  const recorded = design.controls ?? []
  const blocks: Block[] = [
    ...(served.length === 0
      ? []
      : [
          facts(
            Object.fromEntries(
              served.map(({ title, parts }) => [
                title,
                listWords(
                  parts.map(({ name }) => name),
                  8,
                ),
              ]),
            ),
          ),
        ]),
    ...(recorded.length === 0
      ? []
      : [
          heading(3, 'Controls'),
          list(
            recorded.map((control): Words => [
              strong(control.name ?? controls.find(({ type }) => type === control.type)?.title ?? control.type),
              ` on ${listWords(
                control.on.map((id) => graph.name(id)),
                4,
              )} (${splitWords(control.status)}).`,
            ]),
          ),
        ]),
    ...((design.data ?? []).length === 0 ? [] : [heading(3, 'Data'), ...assetBlocks(context)]),
    ...((design.identities ?? []).length === 0 ? [] : [heading(3, 'Actors and identities'), ...actorBlocks(context)]),
  ]
  const crossings = crossingBlocks(context)
  if (crossings.length > 0) blocks.push(heading(3, 'What crosses a border'), ...crossings)
  if (blocks.length === 0) return undefined
  const missing = concerns.filter(
    ({ title }) =>
      ['Who somebody is', 'What is recorded', 'Measured quality'].includes(title) &&
      !served.some((each) => each.title === title),
  )
  return {
    says:
      missing.length === 0
        ? 'identity, records and quality have a component each'
        : `nothing drawn for ${listWords(missing.map(({ title }) => `"${title.toLowerCase()}"`))}`,
    blocks,
  }
}
