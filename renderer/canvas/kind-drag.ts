/** What a dragged palette entry carries: the id of its kind. */
export const kindDragType = 'application/x-lintel-kind'

/** Begins dragging a kind from the palette: `onDragStart={(event) => startKindDrag(event.dataTransfer, kind.id)}`. */
export function startKindDrag(transfer: DataTransfer, kind: string): void {
  transfer.setData(kindDragType, kind)
  transfer.effectAllowed = 'copy'
}

/** The kind that is being dropped; undefined when something else is. */
export function droppedKind(transfer: DataTransfer): string | undefined {
  const kind = transfer.getData(kindDragType)
  return kind === '' ? undefined : kind
}
