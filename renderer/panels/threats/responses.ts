import type { Treatment } from '../../../shared/design/design.ts'

/** What can be decided about a threat, in the order in which it is usually asked. */
export const responseOptions = [
  { value: 'mitigate', label: 'Mitigate' },
  { value: 'accept', label: 'Accept' },
  { value: 'transfer', label: 'Transfer' },
  { value: 'avoid', label: 'Avoid' },
  { value: 'dispute', label: 'Dispute' },
] as const satisfies readonly { readonly value: Treatment['response']; readonly label: string }[]

export function isResponse(text: string): text is Treatment['response'] {
  return responseOptions.some(({ value }) => value === text)
}

/** How far a mitigation has come. */
export const progressOptions = [
  { value: 'open', label: 'To do' },
  { value: 'inProgress', label: 'In progress' },
  { value: 'done', label: 'Done' },
  { value: 'verified', label: 'Verified' },
] as const satisfies readonly { readonly value: NonNullable<Treatment['status']>; readonly label: string }[]

export function isProgress(text: string): text is NonNullable<Treatment['status']> {
  return progressOptions.some(({ value }) => value === text)
}
