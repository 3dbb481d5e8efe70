import type { ReactNode } from 'react'

/** What belongs to the chosen place of a matrix, beside it: scrolled by keys too, as it may hold words alone. */
export function ThreatSide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className="threat-side" aria-label={label} tabIndex={0}>
      {children}
    </aside>
  )
}
