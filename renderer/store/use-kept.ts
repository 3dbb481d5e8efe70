import { useState } from 'react'
import { sameInOrder } from '../../shared/design/same-json.ts'

/** The value of the last time as long as the new one says the same, so that what is drawn from it need not be drawn again. */
export function useKept<T>(value: T): T {
  const [kept, keep] = useState(() => ({ value }))
  if (sameInOrder(kept.value, value)) return kept.value
  keep({ value })
  return value
}
