import { Layers } from 'lucide-react'
import type { Component, Flow, Id } from '../../../shared/design/design.ts'
import { findKind } from '../../../shared/kinds/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { useDesign } from '../stores.ts'
import { ManyArrows } from './ManyArrows.tsx'
import { ManyComponents } from './ManyComponents.tsx'
import { onlyOne } from './shared-fields.ts'

const noComponents: readonly Component[] = []
const noArrows: readonly Flow[] = []

/** Several elements at once: what they share is shown, what differs reads "mixed", an edit makes all alike. */
export function ManyInspector({ ids }: { readonly ids: readonly Id[] }) {
  const components = (useDesign((design) => design.components) ?? noComponents).filter((one) => ids.includes(one.id))
  const arrows = (useDesign((design) => design.flows) ?? noArrows).filter((one) => ids.includes(one.id))
  return (
    <>
      <header className="inspector-head">
        <span className="kind-icon kind-icon-tile" data-family="operations">
          <Layers size={18} aria-hidden />
        </span>
        <div className="inspector-title">
          <span className="inspector-name inspector-name-plain">{ids.length} selected</span>
          <span className="inspector-sub">{summary(components, arrows.length, ids.length)}</span>
        </div>
      </header>
      <div className="inspector-chips">
        <ElementChips ids={ids} most={12} />
      </div>
      {components.length === 0 ? null : (
        <ManyComponents
          components={components}
          title={components.length === ids.length ? 'All of them' : `The ${counted(components.length, 'component')}`}
        />
      )}
      {arrows.length === 0 ? null : (
        <ManyArrows
          arrows={arrows}
          title={arrows.length === ids.length ? 'The calls' : `The ${counted(arrows.length, 'arrow')}`}
        />
      )}
    </>
  )
}

function counted(count: number, word: string): string {
  return count === 1 ? word : `${count} ${word}s`
}

function summary(components: readonly Component[], arrows: number, count: number): string {
  if (arrows === count) return 'All arrows'
  const others = count - components.length - arrows
  if (components.length < count) {
    const parts = [
      [components.length, 'component', 'components'],
      [arrows, 'arrow', 'arrows'],
      [others, 'boundary', 'boundaries'],
    ] as const
    return parts
      .flatMap(([many, one, several]) => (many === 0 ? [] : [`${many} ${many === 1 ? one : several}`]))
      .join(', ')
  }
  const kinds = new Set(components.map(({ kind }) => kind))
  const kind = onlyOne(kinds)
  return kind === undefined ? `${kinds.size} kinds` : `All of kind ${findKind(kind).title}`
}
