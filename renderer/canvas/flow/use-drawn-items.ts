import { useMemo, useState } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { known } from '../../../shared/design/value.ts'
import { findKind, findProduct } from '../../../shared/kinds/index.ts'
import { isProductOf } from '../../../shared/kinds/product.ts'
import type { DrawnComponent } from '../drawn-design.ts'
import type { ArrowFacts } from '../drawing-types.ts'
import type { Scene } from '../scene.ts'
import type { Shown } from '../shown.ts'
import { useChips } from '../use-chips.ts'
import type { CanvasEdge, CanvasNode } from './flow-types.ts'
import { createFlowBuilder } from './to-flow.ts'

interface Items {
  readonly nodes: CanvasNode[]
  readonly edges: CanvasEdge[]
}

const nothing: Items = { nodes: [], edges: [] }

/** Whether there is nothing to draw. */
export function isIdle(shown: Shown | undefined): boolean {
  return shown !== undefined && shown.cards.size + shown.boundaries.size + shown.arrows.size === 0
}

/** The scene as React Flow's nodes and edges; none, and no work for them, while nothing is shown. `facts`: of its arrows. */
export function useDrawnItems(scene: Scene, facts: ReadonlyMap<Id, ArrowFacts>, shown: Shown | undefined): Items {
  const [builder] = useState(createFlowBuilder)
  const idle = isIdle(shown)
  const chips = useChips(scene, facts, shown?.arrows, idle)
  return useMemo(() => {
    if (idle) return nothing
    const drawn = { ...scene, facts, chips, shown, productTitle: productTitleOf }
    return { nodes: builder.nodes(drawn), edges: builder.edges(drawn) }
  }, [builder, idle, scene, facts, chips, shown])
}

/** The product's name; an id that the catalogue does not know shows as it is written, one of another kind not at all. */
function productTitleOf({ kind, product }: DrawnComponent): string | undefined {
  const id = known(product)
  const found = findProduct(id)
  if (found !== undefined && !isProductOf(found, findKind(kind))) return undefined
  return found?.title ?? id
}
