/** A colour token's present value, such as `rgb(79, 70, 229)`: for painting on a canvas, which knows no CSS variables. */
export function readColour(token: `--${string}`): string {
  const probe = document.createElement('span')
  probe.style.display = 'none'
  probe.style.color = `var(${token})`
  document.body.append(probe)
  const colour = getComputedStyle(probe).color
  probe.remove()
  return colour
}

/** Whether the page is dark now, chosen or as the system has it. */
export function isDark(): boolean {
  const chosen = document.documentElement.dataset['theme']
  return chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
}
