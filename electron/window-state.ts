import { z } from 'zod'

export const windowStateSchema = z.object({
  x: z.number().optional(),
  y: z.number().optional(),
  width: z.number(),
  height: z.number(),
  maximized: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
})
export type WindowState = z.infer<typeof windowStateSchema>

export const firstWindowState: WindowState = { width: 1440, height: 900, maximized: false, theme: 'system' }

export interface Area {
  x: number
  y: number
  width: number
  height: number
}

export const smallestWindow = { width: 900, height: 600 }

/**
 * Where to show the window, given the work areas of the screens there are now (the first one is the main one).
 * A window remembered on a screen that is gone, or that would show less than a title bar one can grab,
 * goes to the middle of the main screen; none is larger than its screen.
 */
export function placeWindow(
  state: WindowState,
  screens: readonly Area[],
): Partial<Area> & { width: number; height: number } {
  const main = screens[0]
  if (main === undefined) return { width: state.width, height: state.height }
  const { x, y } = state
  if (x !== undefined && y !== undefined) {
    const screen = screens.find((area) => showsTitleBar(area, x, y, state.width))
    if (screen !== undefined) return { x, y, ...fitSize(state, screen) }
  }
  const size = fitSize(state, main)
  return {
    x: Math.round(main.x + (main.width - size.width) / 2),
    y: Math.round(main.y + (main.height - size.height) / 2),
    ...size,
  }
}

const showsTitleBar = (area: Area, x: number, y: number, width: number): boolean => {
  const visible = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return visible >= 120 && y >= area.y && y <= area.y + area.height - 60
}

const fitSize = (size: { width: number; height: number }, area: Area) => ({
  width: Math.min(Math.max(size.width, smallestWindow.width), Math.max(area.width, smallestWindow.width)),
  height: Math.min(Math.max(size.height, smallestWindow.height), Math.max(area.height, smallestWindow.height)),
})
