import { useMemo, useState } from 'react'
import type { Component } from '../../../shared/design/design.ts'
import { known } from '../../../shared/design/value.ts'
import { findKind, findProduct } from '../../../shared/kinds/index.ts'
import { isProductOf } from '../../../shared/kinds/product.ts'
import type { Scene } from '../scene.ts'
import type { Shown } from '../shown.ts'
import { useArrowDetails } from '../use-arrow-details.ts'
import type { CanvasEdge, CanvasNode } from './flow-types.ts'
import { createFlowBuilder } from './to-flow.ts'

interface Items {
  readonly nodes: CanvasNode[]
  readonly edges: CanvasEdge[]
}

const nothing: Items = { nodes: [], edges: [] }

/** The scene as React Flow's nodes and edges; none, and no work for them, while nothing is shown. */
export function useDrawnItems(scene: Scene, shown: Shown | undefined): Items {
  const [builder] = useState(createFlowBuilder)
  const idle = shown !== undefined && shown.cards.size + shown.boundaries.size + shown.arrows.size === 0
  const { facts, chips } = useArrowDetails(scene, shown?.arrows, idle)
  return useMemo(() => {
    if (idle) return nothing
    const drawn = { ...scene, facts, chips, shown, productTitle: productTitleOf }
    return { nodes: builder.nodes(drawn), edges: builder.edges(drawn) }
  }, [builder, idle, scene, facts, chips, shown])
}

/** The product's name; an id that the catalogue does not know shows as it is written, one of another kind not at all. */
function productTitleOf({ kind, product }: Component): string | undefined {
  const id = known(product)
  const found = findProduct(id)
  if (found !== undefined && !isProductOf(found, findKind(kind))) return undefined
  return found?.title ?? id
}
