import { Box } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { icons } from './icons.ts'

interface IconProps {
  /** A lucide name in kebab-case. */
  readonly name: string
  readonly size?: number
  readonly className?: string
}

/** The icon that data names, as a kind does; a plain box for a name that is not bundled. Code names its own as components. */
export function Icon({ name, size = 16, className }: IconProps) {
  const Shape: LucideIcon = icons[name] ?? Box
  return <Shape size={size} className={className} aria-hidden />
}
