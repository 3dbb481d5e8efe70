import { useEffect } from 'react'
import { useStore } from 'zustand'
import { analysisStore, inquire } from './analysis-store.ts'
import { type Answers, type Inquiry, keyOfInquiry } from './inquiry-message.ts'

/** The answer to what is looked further into, as long as this is on the screen; undefined until it is there. */
export function useInquiry<K extends Inquiry['kind']>(inquiry: Inquiry & { readonly kind: K }): Answers[K] | undefined {
  const key = keyOfInquiry(inquiry)
  // The key says all that an inquiry asks.
  // eslint-disable-next-line react/exhaustive-deps
  useEffect(() => inquire(inquiry), [key])
  return useStore(analysisStore, (state) => state.answers.get(key) as Answers[K] | undefined)
}
