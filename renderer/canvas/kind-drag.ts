/** What a dragged palette entry carries: the id of its kind. */
export const kindDragType = 'application/x-lintel-kind'

/** What it carries beside: the product that the component shall be, when one was found by its name. */
const productDragType = 'application/x-lintel-product'

/** Begins dragging a kind from the palette: `onDragStart={(event) => startKindDrag(event.dataTransfer, kind.id)}`. */
export function startKindDrag(transfer: DataTransfer, kind: string, product?: string): void {
  transfer.setData(kindDragType, kind)
  if (product !== undefined) transfer.setData(productDragType, product)
  transfer.effectAllowed = 'copy'
}

/** The kind that is being dropped; undefined when something else is. */
export function droppedKind(transfer: DataTransfer): string | undefined {
  const kind = transfer.getData(kindDragType)
  return kind === '' ? undefined : kind
}

/** The product that is dropped with it, if one is. */
export function droppedProduct(transfer: DataTransfer): string | undefined {
  const product = transfer.getData(productDragType)
  return product === '' ? undefined : product
}
