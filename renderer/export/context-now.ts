import type { DocumentContext } from '../../shared/documents/document.ts'
import { openContext } from '../../shared/documents/open-context.ts'
import { heldWith } from '../../shared/threats/frameworks/read-update.ts'
import { brandStore } from '../store/brand-store.ts'
import { cataloguesStore } from '../store/catalogues-store.ts'
import { currentBook } from '../store/current-book.ts'
import { designStore } from '../store/design-store.ts'
import { standardsStore } from '../store/standards-store.ts'
import { todayIso } from '../store/today.ts'

/** Everything a document is made from, computed anew on the page itself: never older than the design. */
export function contextNow(): DocumentContext {
  const prices = currentBook()
  const { standards } = standardsStore.getState()
  const { brand } = brandStore.getState()
  return {
    ...openContext(designStore.getState().document, {
      prices,
      priceBookDate: prices.date,
      today: todayIso(),
      catalogues: heldWith(cataloguesStore.getState().update),
      ...(standards === undefined ? {} : { standards }),
    }),
    ...(brand === undefined ? {} : { brand }),
  }
}
